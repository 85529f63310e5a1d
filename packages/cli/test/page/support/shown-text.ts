import type { Locator } from 'playwright-core';

/** The text of an element as it can be seen and copied: without what is hidden, with the line breaks of the layout. */
export function shownText(element: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: this is Playwright's, and layout is what is asked for
  return element.innerText();
}
