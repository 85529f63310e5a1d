import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = process.env.SAMETEAM_PICTURES;

/**
 * Takes pictures of a page in light and dark, for looking at them; none unless a folder is named:
 * `SAMETEAM_PICTURES=/tmp/pictures npx vitest run --project node packages/cli/test/page`.
 */
export async function takePictures(page: Page, name: string, { fullPage = true } = {}): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), fullPage });
  }
}
