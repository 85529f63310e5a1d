import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importJson } from '../support/import-result.ts';
import { hasOlist, olistFiles, olistMap, olistPath } from '../support/olist.ts';
import { axeViolations } from './support/axe-violations.ts';
import { isTooWide } from './support/is-too-wide.ts';
import { isFocused, tabTo } from './support/keyboard.ts';
import { screens } from './support/open-page.ts';
import { serveDatabase } from './support/serve-database.ts';
import { settled } from './support/settled.ts';
import { shownFigures } from './support/shown-figures.ts';
import { shownText } from './support/shown-text.ts';
import { takePictures } from './support/take-pictures.ts';
import { usePages } from './support/use-pages.ts';

/** The table of `../shared/data/README.md`: leads and won of each origin; empty is no value, which is not `unknown`. */
const channels = [
  ['organic_search', 2296, 271],
  ['paid_search', 1586, 195],
  ['social', 1350, 75],
  ['unknown', 1099, 179],
  ['direct_traffic', 499, 56],
  ['email', 493, 15],
  ['referral', 284, 24],
  ['other', 150, 4],
  ['display', 118, 6],
  ['other_publicities', 65, 3],
  ['', 60, 14],
] as const;

const onScreen = (leads: number, won: number) => ({
  leads: leads.toLocaleString('en'),
  won: won.toLocaleString('en'),
  rate: `${((100 * won) / leads).toFixed(1)} %`,
});

const why = hasOlist ? '' : ', skipped: the export is not beside this tree, and its licence forbids to keep it in here';

describe.skipIf(!hasOlist)(`the page over the Olist export${why}`, { timeout: 60_000 }, () => {
  const { open } = usePages(async (folder) => {
    const files = [olistPath(olistFiles.leads), olistPath(olistFiles.deals)];
    await importJson([...files, '--map', olistMap('map.yaml'), '--db', 'olist.duckdb'], { cwd: folder });
    return serveDatabase(join(folder, 'olist.duckdb'));
  });

  it('shows 8,000 leads, 842 won, 10.5 %, with interval and base', async () => {
    const page = await open();
    const whole = { leads: '8,000', won: '842', rate: '10.5 %' };
    expect(await shownFigures(page)).toEqual({ metrics: whole, funnel: whole });
    const rate = page.locator('st-metric[metric=lead_to_win_rate]');
    expect(await shownText(rate.locator('.caption'))).toBe('842 of 8,000 leads');
    expect(await shownText(rate.locator('.spread'))).toBe('9.9–11.2\u00a0%');
    expect(await shownText(page.locator('st-metric[metric=days_to_won_median] .number'))).toBe('14.7 days');
    expect(await shownText(page.locator('st-metric[metric=won_within_90_days] .caption'))).toBe(
      '690 of 7,999 leads, 1 left out',
    );
    const cells = page
      .locator('st-breakdown tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.getAttribute('data-value'),
          ...[...row.querySelectorAll('.number')].map(({ textContent }) => textContent),
        ]),
      );
    expect(await cells).toEqual(channels.map(([value, leads, won]) => [value, ...Object.values(onScreen(leads, won))]));
    expect(await page.locator('st-breakdown tfoot .number').allTextContents()).toEqual(Object.values(whole));
  });

  it('shows the figures of each channel that is chosen, by keyboard', async () => {
    const page = await open();
    const menu = page.locator('st-filters').getByRole('button', { name: 'Channel' });
    await tabTo(page, menu);
    await page.keyboard.press('Enter');
    const box = page.locator('st-filters').getByRole('dialog', { name: 'Channel' });
    expect(await box.locator('.option').allInnerTexts()).toEqual(
      channels.map(([value, leads]) => expect.stringMatching(`${label(value)}\\s+${leads.toLocaleString('en')}`)),
    );
    for (const [at, [value, leads, won]] of channels.entries()) {
      await tabTo(page, box.getByRole('checkbox').nth(at));
      await page.keyboard.press('Space');
      await settled(page);
      const figures = onScreen(leads, won);
      expect(await shownFigures(page), value).toEqual({ metrics: figures, funnel: figures });
      expect(await shownText(page.locator('st-filters .count'))).toBe(`${figures.leads} of 8,000 leads`);
      expect(new URL(page.url()).searchParams.getAll('source.channel')).toEqual([value]);
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Escape');
    await settled(page);
    expect(await box.isVisible()).toBe(false);
    expect(await isFocused(menu)).toBe(true);
    expect((await shownFigures(page)).metrics).toEqual(onScreen(8000, 842));
  });

  it('keeps the missing channel apart from the one called unknown, also in its address', async () => {
    const missing = await open('?source.channel=');
    expect((await shownFigures(missing)).metrics).toEqual({ leads: '60', won: '14', rate: '23.3 %' });
    const unknown = await open('?source.channel=unknown');
    expect((await shownFigures(unknown)).metrics).toEqual({ leads: '1,099', won: '179', rate: '16.3 %' });
    expect(await shownText(unknown.locator('st-breakdown .note'))).toContain(
      'Of the leads 60 have no value and 1,099 are “unknown”, which is a value.',
    );
    const both = await open('?source.channel=&source.channel=unknown');
    expect((await shownFigures(both)).metrics).toEqual(onScreen(60 + 1099, 14 + 179));
  });

  it('opens the leads behind a number and the history of a lead, by keyboard', async () => {
    const page = await open();
    const number = page.locator('st-breakdown tr[data-value=email] td').nth(2).locator('.number');
    await tabTo(page, number);
    await page.keyboard.press('Enter');
    const sheet = page.locator('st-leads').getByRole('dialog');
    await sheet.locator('.leads').waitFor();
    expect(await isFocused(sheet.getByRole('heading', { level: 2 }))).toBe(true);
    expect(await shownText(sheet.locator('.value'))).toMatch(/^3\.0\s%$/);
    expect(await shownText(sheet.locator('.context'))).toContain('email');
    expect(await shownText(sheet.locator('.more'))).toBe('15 of 15 shown');
    expect(await sheet.locator('.leads tbody tr').count()).toBe(15);

    await tabTo(page, sheet.locator('.parts button').nth(1));
    await page.keyboard.press('Space');
    await sheet.getByText('50 of 493 shown').waitFor();
    await tabTo(page, sheet.getByRole('button', { name: 'Show 50 more' }));
    await page.keyboard.press('Enter');
    await sheet.getByText('100 of 493 shown').waitFor();
    await tabTo(page, sheet.locator('.parts button').nth(0), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await sheet.getByText('15 of 15 shown').waitFor();

    const lead = sheet.locator('[data-lead]').nth(3);
    const id = (await lead.getAttribute('data-lead')) ?? '';
    await tabTo(page, lead);
    await page.keyboard.press('Enter');
    await sheet.locator('.history li').first().waitFor();
    expect(await isFocused(sheet.getByRole('heading', { level: 3 }))).toBe(true);
    expect(await shownText(sheet.getByRole('heading', { level: 3 }))).toBe(id);
    const events = await sheet.locator('.history .event b').allInnerTexts();
    expect(events).toEqual(['Lead captured', 'Lead qualified', 'Opportunity won']);
    expect(await shownText(sheet.locator('.history li').first())).toMatch(/source\.channel\s+email/);

    await tabTo(page, sheet.getByRole('button', { name: 'All leads of this number' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await lead.waitFor();
    expect(await isFocused(lead)).toBe(true);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await isFocused(number)).toBe(true);
  });

  it('opens what a number leaves out, and says why', async () => {
    const page = await open();
    await page.locator('st-metric[metric=days_to_won_median] .number').focus();
    await page.keyboard.press('Enter');
    const sheet = page.locator('st-leads').getByRole('dialog');
    await sheet.getByText('50 of 841 shown').waitFor();
    await tabTo(page, sheet.locator('.parts button', { hasText: 'Left out' }));
    await page.keyboard.press('Enter');
    await sheet.getByText('1 of 1 shown').waitFor();
    const row = sheet.locator('.leads tbody tr');
    expect(await shownText(row.locator('[data-lead]'))).toBe('b91cf8812365f50ff4bda4bcd6206b05');
    expect(await shownText(row.locator('.flag'))).toBe('impossible order of events');
  });

  it('is accessible in light and dark: the page, a menu, the leads, a history', async () => {
    const page = await open('?source.channel=email');
    expect(await axeViolations(page), 'page').toEqual([]);
    const menu = page.locator('st-filters').getByRole('button', { name: 'Channel' });
    await menu.press('Enter');
    expect(await axeViolations(page), 'menu').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('st-metric[metric=lead_to_win_rate] .number').press('Enter');
    await page.locator('st-leads .leads').waitFor();
    expect(await axeViolations(page), 'leads').toEqual([]);
    await page.locator('st-leads [data-lead]').first().press('Enter');
    await page.locator('st-leads .history').waitFor();
    expect(await axeViolations(page), 'history').toEqual([]);
  });

  it('fits wide and narrow screens, and so do the leads', async () => {
    for (const [name, viewport] of Object.entries(screens)) {
      const page = await open('', { viewport });
      await takePictures(page, `olist-${name}`);
      expect(await isTooWide(page.locator('html')), name).toBe(false);
      await page.locator('st-metric[metric=lead_to_win_rate] .number').press('Enter');
      await page.locator('st-leads .leads').waitFor();
      await takePictures(page, `olist-${name}-leads`, { fullPage: false });
      expect(await isTooWide(page.locator('st-leads dialog')), name).toBe(false);
      const id = page.locator('st-leads [data-lead]').first();
      expect(await shownText(id), name).toHaveLength(32);
      expect((await id.boundingBox())?.height, name).toBeLessThan(30);
    }
  });
});

function label(value: string): string {
  return value === '' ? '\\(no value\\)' : value.replaceAll('_', ' ');
}
