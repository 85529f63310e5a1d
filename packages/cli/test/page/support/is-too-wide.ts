import type { Locator } from 'playwright-core';

/** Whether something in an element lies beyond its right edge. */
export function isTooWide(element: Locator): Promise<boolean> {
  return element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
}
