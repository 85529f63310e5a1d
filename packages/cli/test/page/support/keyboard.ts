import type { Locator, Page } from 'playwright-core';

/** More stops than any of our pages has. */
const mostStops = 250;

/** Whether an element has the focus, in whatever shadow tree it lies. */
export function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((it) => (it.getRootNode() as Document | ShadowRoot).activeElement === it);
}

/**
 * Walks with Tab to an element, as somebody without a mouse does.
 * @param key `Shift+Tab` walks back
 * @throws when it is not reached, or cannot be seen to have the focus
 */
export async function tabTo(page: Page, element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press(key);
    if (!(await isFocused(element))) continue;
    const ring = await element.evaluate((it) => getComputedStyle(it).outlineStyle);
    if (ring === 'none') throw new Error(`The focus on ${element} cannot be seen.`);
    return;
  }
  throw new Error(`${element} cannot be reached with ${key}.`);
}
