import type { Page } from 'playwright-core';

/**
 * Waits until no element of Sameteam waits for numbers, and every chart has begun to be drawn. What failed has settled too: the test
 * that then looks for numbers says so.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const elements = [...document.querySelectorAll('*')].filter(
      ({ localName }) => localName.startsWith('st-') && localName !== 'st-source',
    );
    const waits = (element: Element): boolean => {
      const status = element.getAttribute('status');
      const canvas = element.shadowRoot?.querySelector('canvas') ?? null;
      // The library of charts gives a canvas its size when it begins to draw.
      return status === null || ['loading', 'stale'].includes(status) || canvas?.style.width === '';
    };
    return elements.length > 0 && !elements.some(waits);
  });
}
