import { join } from 'node:path';
import { simulateCompany } from '@sameteam/mocks';
import { describe, expect, it } from 'vitest';
import { demoPeriod } from '../../src/demo/demo-period.ts';
import { makeDemo } from '../../src/demo/run-demo.ts';
import { testContext } from '../../src/test-support/test-context.ts';
import { axeViolations } from './support/axe-violations.ts';
import { isTooWide } from './support/is-too-wide.ts';
import { isFocused, tabTo } from './support/keyboard.ts';
import { screens } from './support/open-page.ts';
import { serveDatabase } from './support/serve-database.ts';
import { settled } from './support/settled.ts';
import { shownText } from './support/shown-text.ts';
import { takePictures } from './support/take-pictures.ts';
import { usePages } from './support/use-pages.ts';

describe('the page over the simulated company', { timeout: 60_000 }, () => {
  const { open } = usePages(async (folder) => {
    const db = join(folder, 'demo.duckdb');
    const context = testContext();
    await makeDemo(db, context, simulateCompany({ seed: 1, leads: 4000, ...demoPeriod(context.now()) }));
    return serveDatabase(db);
  });

  it('is judged by the agreement of the company, which its file keeps', async () => {
    const page = await open();
    const agreement = page.locator('st-agreement');
    expect(await shownText(agreement.getByRole('heading', { level: 1 }))).toBe('Halden revenue team');
    expect(await shownText(agreement.locator('.when'))).toContain('(Europe/Berlin)');
    const rate = page.locator('st-metric[metric=lead_to_win_rate]');
    expect(await shownText(rate.locator('.clause'))).toBe('windows.lead_to_win');
    expect(await shownText(rate.locator('.target'))).toBe('target 5.5\u00a0%');
    expect(await page.locator('st-funnel .range-target').count()).toBeGreaterThan(0);
  });

  it('names the same clause beside a number and in what the number means', async () => {
    const page = await open();
    for (const metric of await page.locator('st-metric').all()) {
      const label = await shownText(metric.locator('.label'));
      const meant = page.locator('st-definitions dl > div').filter({ has: page.getByText(label, { exact: true }) });
      expect(await shownText(meant.locator('.clause')), label).toBe(await shownText(metric.locator('.clause')));
    }
  });

  it('needs no style or script beside its files, also for bars as long as their numbers', async () => {
    const page = await open();
    const response = await page.request.get(page.url());
    expect(response.headers()['content-security-policy']).not.toContain('unsafe');
    const lengths = await page
      .locator('st-breakdown tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [
          Number(row.querySelector('.number')?.textContent?.replace(',', '')),
          row.querySelector('.bar-own')?.getBoundingClientRect().width ?? 0,
        ]),
      );
    const [[most = 0, longest = 0] = []] = lengths;
    expect(longest).toBeGreaterThan(100);
    for (const [leads = 0, width = 0] of lengths) expect(Math.abs(width / longest - leads / most)).toBeLessThan(0.02);
  });

  it('marks young cohorts, and says where they stand when all have had their time', async () => {
    const page = await open();
    for (const place of ['st-metric[metric=lead_to_win_rate]', 'st-funnel tr[data-stage=won]']) {
      const shown = page.locator(place);
      expect(await shown.locator('.range.young').count(), place).toBe(1);
      expect(percentOf(await shownText(shown.locator('.projected')))).toBeGreaterThan(
        percentOf(await shownText(shown.locator('.number').last())),
      );
    }
    await expect(
      page.locator('st-funnel').getByText('young cohort → expected when all have had their time').isVisible(),
    ).resolves.toBe(true);

    const trend = page.locator('st-trend[metric=lead_to_win_rate]');
    await tabTo(page, trend.getByRole('button', { name: 'Table' }));
    await page.keyboard.press('Enter');
    const rows = await trend
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [
          row.querySelector('th')?.textContent,
          row.querySelector('td:last-child')?.textContent?.trim(),
        ]),
      );
    expect(rows.length).toBe(25);
    // 180 days of the company's agreement before 1 October reach into April; the default one would have begun in July.
    const young = rows.filter(([, state]) => state !== '');
    expect(young.map(([month]) => month)).toEqual([
      'Apr 2026',
      'May 2026',
      'Jun 2026',
      'Jul 2026',
      'Aug 2026',
      'Sep 2026',
      'Oct 2026',
    ]);
    expect(young.map(([, state]) => state)).toEqual(young.map(() => expect.stringMatching(/^young .*→ \d+\.\d\s%$/)));
  });

  it('explains a young number, and opens its leads and their histories, by keyboard', async () => {
    const page = await open();
    const number = page.locator('st-metric[metric=lead_to_win_rate] .number');
    await tabTo(page, number);
    await page.keyboard.press('Enter');
    const sheet = page.locator('st-leads').getByRole('dialog');
    await sheet.locator('.leads').waitFor();
    expect(await shownText(sheet.locator('.facts'))).toMatch(
      /Young\. Not all of it has had the \d+ days of windows\.lead_to_win: what is to come is still missing\. Expected when all have had their time: \d\.\d\s% \(95\s%\sinterval \d\.\d–\d\.\d\s%\)\./,
    );
    const won = await page.locator('st-metric[metric=won] .number').textContent();
    expect(await shownText(sheet.locator('.more'))).toBe(`50 of ${won} shown`);
    await tabTo(page, sheet.locator('[data-lead]').first());
    await page.keyboard.press('Enter');
    await sheet.locator('.history').waitFor();
    expect(await sheet.locator('.history .event b').allInnerTexts()).toEqual(
      expect.arrayContaining(['Lead captured', 'Lead qualified', 'Lead assigned', 'Lead attempted', 'Opportunity won']),
    );
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await isFocused(number)).toBe(true);
  });

  it('has behind each value of a menu as many leads as the menu says', async () => {
    const page = await open();
    const filters = page.locator('st-filters');
    // The first menu chooses the period.
    const names = (await filters.locator('.menu .name').allInnerTexts()).slice(1);
    expect(names).toEqual(['Channel', 'Campaign', 'Segment', 'Current readiness', 'Current owner']);
    for (const name of names) {
      await filters.getByRole('button', { name }).press('Enter');
      const box = filters.getByRole('dialog', { name });
      const last = (await box.locator('.option').count()) - 1;
      for (const at of new Set([0, 1, last])) {
        const said = await shownText(box.locator('.option .leads').nth(at));
        const value = box.getByRole('checkbox').nth(at);
        await value.press('Space');
        await settled(page);
        expect(await shownText(page.locator('st-metric[metric=captured] .number')), `${name} ${at}`).toBe(said);
        expect(await shownText(filters.locator('.count')), `${name} ${at}`).toBe(`${said} of 4,009 leads`);
        await value.press('Space');
        await settled(page);
      }
      await page.keyboard.press('Escape');
    }
  });

  it('restores a view by a dimension without a menu from its address, and shows what filters', async () => {
    const whole = await open();
    const all = await shownText(whole.locator('st-metric[metric=captured] .number'));
    const page = await open('?source.channel=outbound&source.motion=outbound');
    const chip = page.locator('st-filters .chip');
    expect(await shownText(chip)).toMatch(/^Motion\s+outbound/);
    expect(new URL(page.url()).search).toBe('?source.channel=outbound&source.motion=outbound');
    const left = await shownText(page.locator('st-metric[metric=captured] .number'));
    expect(await shownText(page.locator('st-filters .count'))).toBe(`${left} of 4,009 leads`);
    await page.getByRole('button', { name: 'Show all', exact: true }).press('Enter');
    await settled(page);
    expect(await chip.count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
    expect(await shownText(page.locator('st-metric[metric=captured] .number'))).toBe(all);
  });

  it('keeps the head of a table below the filters, however many lines they take', async () => {
    for (const [query, lines] of [
      ['', 1],
      ['?source.motion=inbound&source.motion=outbound&current.owner=ida.voss&current.owner=nele.ebert', 2],
    ] as const) {
      const page = await open(query, { viewport: { width: 1280, height: 500 } });
      const bar = page.locator('.filters');
      await page.locator('st-breakdown tfoot').evaluate((foot) => foot.scrollIntoView({ block: 'center' }));
      await expect
        .poll(async () => {
          const [filters, head] = [
            await bar.boundingBox(),
            await page.locator('st-breakdown thead th').first().boundingBox(),
          ];
          return (head?.y ?? 0) - (filters?.y ?? 0) - (filters?.height ?? 0);
        })
        .toBeCloseTo(-1, 0);
      expect((await bar.boundingBox())?.height, query).toBeGreaterThan(lines * 32);
    }
  });

  it('is accessible in light and dark: the page, a table, the leads of a young number', async () => {
    const page = await open();
    await page.locator('st-trend').getByRole('button', { name: 'Table' }).last().press('Enter');
    expect(await axeViolations(page), 'page').toEqual([]);
    await page.locator('st-metric[metric=lead_to_win_rate] .number').press('Enter');
    await page.locator('st-leads .leads').waitFor();
    expect(await axeViolations(page), 'leads').toEqual([]);
  });

  it('fits wide and narrow screens', async () => {
    for (const [name, viewport] of Object.entries(screens)) {
      const page = await open('', { viewport });
      await takePictures(page, `demo-${name}`);
      expect(await isTooWide(page.locator('html')), name).toBe(false);
    }
  });
});

/** `→ 5.3 %` is 5.3. */
function percentOf(text: string): number {
  return Number.parseFloat(/[\d.]+(?=\s%)/.exec(text)?.[0] ?? '');
}
