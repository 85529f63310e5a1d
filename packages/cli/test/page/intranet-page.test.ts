import { join } from 'node:path';
import { createClient } from '@sameteam/api/client';
import { simulateCompany } from '@sameteam/mocks';
import { describe, expect, it } from 'vitest';
import { makeDemo } from '../../src/demo/run-demo.ts';
import { testContext } from '../../src/test-support/test-context.ts';
import { axeViolations } from './support/axe-violations.ts';
import { isTooWide } from './support/is-too-wide.ts';
import { isFocused, tabTo } from './support/keyboard.ts';
import { screens } from './support/open-page.ts';
import { serveIntranet } from './support/serve-intranet.ts';
import { shownText } from './support/shown-text.ts';
import { takePictures } from './support/take-pictures.ts';
import { usePages } from './support/use-pages.ts';

/** Over before any clock that runs this test. */
const company = simulateCompany({ seed: 5, leads: 2000, months: 12, start: '2022-01-01', end: '2023-12-31T00:00:00Z' });

describe('the example of an intranet page', { timeout: 60_000 }, () => {
  let numbersUrl = '';
  const pages = usePages(async (folder) => {
    const db = join(folder, 'halden.duckdb');
    await makeDemo(db, testContext(), company);
    const served = await serveIntranet(db);
    ({ numbersUrl } = served);
    return served;
  });
  const open = (viewport = screens.wide as { width: number; height: number }) =>
    pages.open('', { viewport, alsoAsks: [numbersUrl] });

  it('shows the numbers that another origin answers', async () => {
    const page = await open();
    expect(new URL(page.url()).origin).not.toBe(numbersUrl);
    const client = createClient({ baseUrl: numbersUrl });
    const { rows } = await client.report({ metrics: ['lead_to_win_rate', 'captured'], by: ['source.channel'] });
    const { rows: all } = await client.report({ metrics: ['lead_to_win_rate'] });
    const percent = (value: number | null | undefined) => `${(100 * (value ?? Number.NaN)).toFixed(1)} %`;
    expect(await shownText(page.locator('st-metric .number'))).toBe(percent(all[0]?.value));
    for (const channel of ['referral', 'unknown', null]) {
      const cells = page.locator(`st-breakdown tr[data-value="${channel ?? ''}"] .number`);
      const own = rows.filter(({ dimensions }) => dimensions['source.channel'] === channel);
      expect(await shownText(cells.first())).toBe(String(own.find(({ metric }) => metric === 'captured')?.value));
      expect(await shownText(cells.last())).toBe(
        percent(own.find(({ metric }) => metric === 'lead_to_win_rate')?.value),
      );
    }
  });

  it('keeps the rules of the page and those of the elements apart, but for what the page hands over', async () => {
    const page = await open();
    const style = (selector: string, name: keyof CSSStyleDeclaration) =>
      page
        .locator(selector)
        .first()
        .evaluate((it, property) => getComputedStyle(it)[property], name);
    expect(await style('#news button', 'textTransform')).toBe('uppercase');
    expect(await style('#news button', 'backgroundColor')).toBe('rgb(91, 35, 51)');
    expect(await style('st-metric .number', 'textTransform')).toBe('none');
    expect(await style('st-metric .number', 'backgroundColor')).toBe('rgba(0, 0, 0, 0)');
    expect(await style('#canteen td', 'borderLeftWidth')).toBe('1px');
    expect(await style('st-breakdown td', 'borderLeftWidth')).toBe('0px');
    expect(await style('st-breakdown table', 'fontFamily')).toMatch(/^Verdana/);
    expect(await style('st-breakdown .bar-own', 'backgroundColor')).toBe('rgb(91, 35, 51)');
  });

  it('opens the leads behind a number, by keyboard', async () => {
    const page = await open();
    const number = page.locator('st-metric .number');
    await tabTo(page, number);
    await page.keyboard.press('Enter');
    const sheet = page.locator('st-leads').getByRole('dialog');
    await sheet.locator('.leads').waitFor();
    await tabTo(page, sheet.locator('[data-lead]').first());
    await page.keyboard.press('Enter');
    await sheet.locator('.history').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await isFocused(number)).toBe(true);
  });

  it('is accessible, and fits wide and narrow screens', async () => {
    for (const [name, viewport] of Object.entries(screens)) {
      const page = await open(viewport);
      await takePictures(page, `intranet-${name}`);
      expect(await isTooWide(page.locator('html')), name).toBe(false);
      expect(await axeViolations(page), name).toEqual([]);
    }
  });

  it('gives nothing to a page of an origin that is not allowed', async () => {
    const page = await pages.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    // Another name of the same machine is another origin.
    await page.goto((await open()).url().replace('localhost', '127.0.0.1'));
    await page.waitForLoadState('networkidle');
    expect(refused).toContainEqual(expect.stringContaining('blocked by CORS policy'));
    expect(await page.evaluate(() => customElements.get('st-metric') === undefined)).toBe(true);
    await page.close();
  });
});
