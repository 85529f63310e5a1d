import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openChromium } from './open-chromium.ts';
import { type OpenedPage, openPage, type PageOptions } from './open-page.ts';

/** Something that is served for the tests of a file. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves something for the tests around, and opens pages of it in a real Chromium. Each page is closed after its test,
 * which fails when anything went wrong in the page.
 * @param start makes what is served, in a folder that goes with it
 */
export function usePages(start: (folder: string) => Promise<Served>): {
  readonly open: (query?: string, options?: PageOptions) => Promise<Page>;
  /** An empty page, in which something may go wrong. */
  readonly newPage: () => Promise<Page>;
} {
  let folder = '';
  const opened: OpenedPage[] = [];
  let browser: Browser | undefined;
  let served: Served | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sameteam-page-'));
    served = await start(folder);
    browser = await openChromium();
  });

  afterEach(async () => {
    for (const { page, troubles } of opened.splice(0)) {
      await page.close();
      expect(troubles).toEqual([]);
    }
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const running = (): { readonly browser: Browser; readonly served: Served } => {
    if (browser === undefined || served === undefined) throw new Error('Nothing is served yet.');
    return { browser, served };
  };
  return {
    newPage: () => running().browser.newPage(),
    async open(query = '', options = {}) {
      const it = await openPage(running().browser, `${running().served.url}/${query}`, options);
      opened.push(it);
      return it.page;
    },
  };
}
