import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyFigure, type FigureOptions, reportRows } from '../support/figures.ts';
import { type Imported, importJson } from '../support/import-result.ts';
import { hasOlist, olistMap } from '../support/olist.ts';
import { type ExportRow, type OlistExport, readOlist, writeOlist } from '../support/olist-export.ts';
import { figureKey, type PlainFigure, plainFunnel } from '../support/plain-funnel.ts';
import { jsonOf, sameteam } from '../support/sameteam.ts';
import { sample, seeded } from '../support/seeded.ts';
import { query } from '../support/stored-log.ts';
import { tempFolder } from '../support/temp-folder.ts';

const weekMs = 7 * 86_400_000;
const firstMs = Date.UTC(2026, 9, 1, 12);
const reportMs = firstMs + 10 * weekMs;
const metrics =
  'captured,won,lead_to_win_rate,days_to_won_median,days_to_won_p90,won_within_30_days,won_within_90_days';

type Change = (row: ExportRow, random: () => number) => ExportRow;

/** The kinds of change that leads go through between two exports, and how many go through each. */
const changes: readonly { readonly count: number; readonly fits: (row: ExportRow) => boolean; readonly to: Change }[] =
  [
    {
      count: 80,
      fits: (row) => row.origin !== '',
      to: (row) => ({ ...row, origin: row.origin === 'email' ? 'social' : 'email' }),
    },
    { count: 40, fits: (row) => row.origin !== '', to: (row) => ({ ...row, origin: '' }) },
    { count: 30, fits: (row) => row.origin === '', to: (row) => ({ ...row, origin: 'partner' }) },
    { count: 50, fits: () => true, to: (row) => ({ ...row, landing_page_id: 'a-new-page' }) },
    { count: 10, fits: () => true, to: (row) => ({ ...row, landing_page_id: '' }) },
    { count: 60, fits: () => true, to: (row, random) => ({ ...row, first_contact_date: anotherDay(row, random) }) },
    {
      count: 30,
      fits: (row) => row.origin !== '',
      to: (row, random) => ({ ...row, origin: 'referral-program', first_contact_date: anotherDay(row, random) }),
    },
  ];

function anotherDay({ first_contact_date: before = '' }: ExportRow, random: () => number): string {
  const days = 1 + Math.floor(random() * 60);
  const day = (shift: number) => new Date(Date.parse(before) + shift * 86_400_000).toISOString().slice(0, 10);
  return random() < 0.5 && day(-days) > '2017-06-14' ? day(-days) : day(days);
}

interface SecondExport extends OlistExport {
  /** Ids of leads that it lacks. */
  readonly missing: readonly string[];
  /** What the database should say after it: its rows, and the missing ones as they were. */
  readonly kept: OlistExport;
}

/** 300 leads changed, 12 deals whose won date is gone, 5 leads missing. */
function secondExport({ leads, deals }: OlistExport, seed: number): SecondExport {
  const random = seeded(seed);
  const missing = new Set(sample(leads, 5, random).map(({ mql_id: id }) => id as string));
  const changed = new Map<string, ExportRow>();
  for (const { count, fits, to } of changes) {
    const free = leads.filter(
      (row) => fits(row) && !missing.has(row.mql_id as string) && !changed.has(row.mql_id as string),
    );
    for (const row of sample(free, count, random)) changed.set(row.mql_id as string, to(row, random));
  }
  const emptied = new Set(sample(deals, 12, random).map(({ mql_id: id }) => id));
  const now = leads.map((row) => changed.get(row.mql_id as string) ?? row);
  const nowDeals = deals.map((deal) => (emptied.has(deal.mql_id) ? { ...deal, won_date: '' } : deal));
  return {
    missing: [...missing].sort(),
    leads: now.filter(({ mql_id: id }) => !missing.has(id as string)),
    deals: nowDeals,
    kept: { leads: now, deals: nowDeals },
  };
}

/** A database and the exports that come to it, one a week, after those that it has. */
function weekly(cwd: string, begun = 0) {
  let week = begun;
  return {
    db: join(cwd, 'olist.duckdb'),
    async take(given: OlistExport) {
      const folder = join(cwd, `week-${++week}`);
      mkdirSync(folder);
      const args = [...writeOlist(folder, given), '--map', olistMap('map.records.yaml'), '--db', 'olist.duckdb'];
      return importJson(args, { cwd, nowMs: firstMs + (week - 1) * weekMs });
    },
    undo: (id: string | null) =>
      sameteam(['import', '--undo', String(id), '--db', 'olist.duckdb', '--json'], {
        cwd,
        nowMs: firstMs + ++week * weekMs,
      }),
    figures: (further: FigureOptions = {}) => everyFigure(join(cwd, 'olist.duckdb'), { cwd, nowMs: reportMs }, further),
  };
}

/** Holds every figure by channel, by month and by both to the plain code's. */
async function expectFunnel(db: string, given: OlistExport, cwd: string): Promise<void> {
  const expected = plainFunnel(given);
  const found = new Map<string, PlainFigure>();
  for (const by of ['', 'source.channel', 'month', 'source.channel,month']) {
    for (const row of await reportRows(db, ['--metric', metrics, ...(by === '' ? [] : ['--by', by])], {
      cwd,
      nowMs: reportMs,
    })) {
      const key = figureKey(
        String(row.metric),
        by.includes('channel') ? (row['source.channel'] as string | null) : undefined,
        by.includes('month') ? (row.month as string) : undefined,
      );
      expect(found.has(key), key).toBe(false);
      found.set(key, [
        row.value as number | null,
        row.numerator as number | null,
        row.denominator as number | null,
        row.excluded as number,
      ]);
    }
  }
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [key, [value, ...counts]] of expected) {
    const [foundValue, ...foundCounts] = found.get(key) as PlainFigure;
    expect([key, ...foundCounts]).toEqual([key, ...counts]);
    if (value === null) expect([key, foundValue]).toEqual([key, null]);
    else expect(foundValue, key).toBeCloseTo(value, 9);
  }
}

// Skipped where `../shared/data` is absent: the licence does not allow the export into this tree.
describe.skipIf(!hasOlist)('the weekly export', () => {
  const first = hasOlist ? readOlist() : { leads: [], deals: [] };
  const second = secondExport(first, 20261001);
  /** A database after the first export, of which each test takes a copy: what it came to, and its figures. */
  let made: { readonly folder: string; readonly one: Imported; readonly before: string };

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sameteam-weekly-'));
    const { take, figures } = weekly(folder);
    made = { folder, one: await take(first), before: await figures() };
  });
  afterAll(() => rmSync(made.folder, { recursive: true, force: true }));

  function afterFirst() {
    const cwd = tempFolder();
    copyFileSync(join(made.folder, 'olist.duckdb'), join(cwd, 'olist.duckdb'));
    return { cwd, one: made.one, before: made.before, ...weekly(cwd, 1) };
  }

  it('changes 312 records between two exports, and leaves out 5', () => {
    const differ = (a: readonly ExportRow[], b: readonly ExportRow[]) =>
      a.filter((row, index) => JSON.stringify(row) !== JSON.stringify(b[index])).length;
    expect(differ(first.leads, second.kept.leads)).toBe(300);
    expect(differ(first.deals, second.kept.deals)).toBe(12);
    expect([first.leads.length - second.leads.length, second.deals.length]).toEqual([5, 842]);
  });

  it('brings exactly what changed, and an undo brings everything back', async () => {
    const { cwd, db, one, before, take, undo, figures } = afterFirst();
    expect(one).toMatchObject({ read: 8842, accepted: 8842, duplicates: 0, quarantined: 0, leads: 8000 });
    await expectFunnel(db, first, cwd);
    expect(await figures()).toBe(before);

    const taken = await take(second);
    expect(taken).toMatchObject({ read: 8837, accepted: 312, duplicates: 8525, quarantined: 0, leads: 8000, exit: 0 });
    expect(taken.warnings.filter(({ code }) => code === 'vanished')).toEqual([
      {
        code: 'vanished',
        count: 5,
        sentence: `5 records of an earlier export are missing from olist_marketing_qualified_leads_dataset.csv and kept as they were: ${second.missing.join(', ')}.`,
      },
    ]);
    await expectFunnel(db, second.kept, cwd);
    const [won] = await reportRows(db, ['--metric', 'won'], { cwd, nowMs: reportMs });
    expect(won?.value).toBe(830);
    const after = await figures();
    expect(after).not.toBe(before);
    // What was known between the two imports is what was known then.
    const then = new Date(firstMs + weekMs / 2).toISOString();
    const asThen = JSON.parse(await figures({ knownAt: then, asOf: then })) as { value: unknown }[][];
    expect(asThen.map((rows) => rows.map(({ value }) => value))).toEqual(
      (JSON.parse(before) as { value: unknown }[][]).map((rows) => rows.map(({ value }) => value)),
    );

    expect(jsonOf(await undo(taken.import))).toMatchObject({ import: taken.import, undone: true, leads: 8000 });
    expect(await figures()).toBe(before);

    expect(await take(second)).toMatchObject({ read: 8837, accepted: 312, duplicates: 8525, quarantined: 0 });
    expect(await figures()).toBe(after);
    const again = await take(second);
    expect(again).toMatchObject({ read: 8837, accepted: 0, duplicates: 8837, quarantined: 0 });
    expect(again.warnings).toContainEqual(expect.objectContaining({ code: 'vanished', count: 5 }));
    expect(await figures()).toBe(after);
  });

  it('brings the first figures back when everything is as it was in the first', async () => {
    const { cwd, db, before, take, figures } = afterFirst();
    await take(second);
    const third = await take(first);
    expect(third).toMatchObject({ read: 8842, accepted: 312, duplicates: 8530, quarantined: 0, leads: 8000 });
    expect(third.warnings.filter(({ code }) => code === 'vanished')).toEqual([]);
    await expectFunnel(db, first, cwd);
    expect(await figures()).toBe(before);
    // To and fro for weeks: ids of events must stay unique, and nothing may pile up that is not counted.
    expect(await take(second)).toMatchObject({ accepted: 312, quarantined: 0 });
    await expectFunnel(db, second.kept, cwd);
    expect(await take(first)).toMatchObject({ accepted: 312, quarantined: 0 });
    expect(await figures()).toBe(before);
  });

  it('keeps a deal whose row is gone, and says so', async () => {
    const { before, take, figures } = afterFirst();
    const gone = first.deals.slice(100, 112).map(({ mql_id: id }) => id as string);
    const taken = await take({
      leads: first.leads,
      deals: first.deals.filter(({ mql_id: id }) => !gone.includes(id as string)),
    });
    expect(taken).toMatchObject({ read: 8830, accepted: 0, duplicates: 8830, quarantined: 0 });
    const named = [...gone].sort().slice(0, 5).join(', ');
    expect(taken.warnings).toEqual([
      { code: 'vanished', count: 12, sentence: expect.stringContaining(`kept as they were: ${named} and 7 more.`) },
    ]);
    expect(await figures()).toBe(before);
  });

  it('remembers what an undone import told, so that no id of an event is used for two things', async () => {
    const { db, cwd, before, take, undo, figures } = afterFirst();
    const other = secondExport(first, 20261008);
    for (const given of [second, other, second]) {
      const { import: id, accepted } = await take(given);
      expect(accepted).toBe(312);
      await undo(id);
      expect(await figures()).toBe(before);
    }
    expect(await take(other)).toMatchObject({ accepted: 312, quarantined: 0 });
    await expectFunnel(db, other.kept, cwd);
    const twice = await query(
      db,
      `SELECT id, count(DISTINCT (e.type, e.time, e.subject, x.data, x.attributes, p.data)) AS contents
        FROM events e JOIN event_texts x USING (seq) LEFT JOIN personal p USING (seq) GROUP BY source, id HAVING contents > 1`,
    );
    expect(twice).toEqual([]);
  });

  it('undoes one import after the other, down to nothing', async () => {
    const { one, before, take, undo, figures } = afterFirst();
    const two = await take(second);
    await undo(two.import);
    await undo(one.import);
    const none = JSON.parse(await figures()) as { value: number | null }[][];
    expect(new Set(none.flat().map(({ value }) => value || null))).toEqual(new Set([null]));
    expect(await take(first)).toMatchObject({ read: 8842, accepted: 8842, quarantined: 0, leads: 8000 });
    expect(await figures()).toBe(before);
  });
});
