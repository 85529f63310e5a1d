/**
 * Pictures of the page that a server shows, for looking at them and for `docs/images`:
 * `node test/demo/shoot.ts http://localhost:4321 ../../docs/images`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';

interface Picture extends BrowserContextOptions {
  readonly name: string;
  readonly fullPage?: boolean;
  readonly before?: (page: Page) => Promise<void>;
}

const wide = { width: 1440, height: 1140 };
const narrow = { width: 390, height: 844 };

const pictures: readonly Picture[] = [
  { name: 'page-light', viewport: wide },
  { name: 'page-dark', viewport: wide, colorScheme: 'dark' },
  { name: 'page-whole', viewport: wide, fullPage: true },
  { name: 'page-narrow', viewport: narrow, fullPage: true },
  {
    name: 'leads-behind-a-number',
    viewport: wide,
    before: async (page) => {
      await page.locator('st-funnel tr[data-stage=won] .whole .number').click();
      await page.locator('st-leads [data-lead]').first().waitFor();
    },
  },
];

const [address = 'http://localhost:4321', folder = 'pictures'] = process.argv.slice(2);
const executablePath = process.env.SAMETEAM_CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args });
for (const { name, before, fullPage = false, ...options } of pictures) {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
  await page.goto(address);
  await page.locator('st-breakdown[status=ready]').waitFor();
  // Charts are drawn after their data is there.
  await page.waitForTimeout(1500);
  await before?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
  await page.close();
}
await browser.close();
