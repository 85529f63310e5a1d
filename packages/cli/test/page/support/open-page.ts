import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { settled } from './settled.ts';

/** A page in a browser profile of its own, and everything that went wrong in it. */
export interface OpenedPage {
  readonly page: Page;
  /** Console errors and warnings, exceptions, failed requests, requests to any host that is not allowed. */
  readonly troubles: readonly string[];
}

/** How a page is opened. */
export interface PageOptions extends Pick<BrowserContextOptions, 'colorScheme' | 'viewport'> {
  /** Origins that it may ask beside its own. */
  readonly alsoAsks?: readonly string[];
}

/** The screens that everything is looked at on. */
export const screens = {
  wide: { width: 1440, height: 1140 },
  narrow: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
} as const;

/** Opens an address and waits until every element shows its numbers. */
export async function openPage(
  browser: Browser,
  address: string,
  { colorScheme = 'light', viewport = screens.wide, alsoAsks = [] }: PageOptions = {},
): Promise<OpenedPage> {
  const page = await browser.newPage({ colorScheme, viewport, reducedMotion: 'reduce', locale: 'en-US' });
  const troubles: string[] = [];
  const allowed = new Set([new URL(address).origin, ...alsoAsks]);
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && !allowed.has(origin)) troubles.push(`asked elsewhere: ${request.url()}`);
  });
  await page.goto(address);
  await settled(page);
  return { page, troubles };
}
