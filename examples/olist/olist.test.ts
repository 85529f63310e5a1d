import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  compileMap,
  createTableReader,
  diffRecord,
  guessMap,
  type MappedEvent,
  parseMap,
  prepareTables,
  type RowVerdict,
  splitRecords,
} from '@sameteam/connectors';
import { validateEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';

// The licence does not allow the files into this tree; without them these tests are reported as skipped.
const data = new URL('../../../shared/data/olist/', import.meta.url);
const leadsFile = 'olist_marketing_qualified_leads_dataset.csv';
const dealsFile = 'olist_closed_deals_dataset.csv';

const readMap = (name: string) => compileMap(parseMap(readFileSync(new URL(name, import.meta.url), 'utf8'), { name }));
const readData = (name: string) => new Uint8Array(readFileSync(new URL(name, data)));

function run(mapName: string, files: Readonly<Record<string, Uint8Array>>) {
  const compiled = readMap(mapName);
  const { tables, issues } = prepareTables(
    compiled,
    Object.entries(files).map(([name, bytes]) => ({ name, sample: bytes.subarray(0, 65_536) })),
  );
  const verdicts: (RowVerdict & { readonly record: string })[] = tables.flatMap((table) => {
    const reader = createTableReader(compiled, table);
    const splitter = splitRecords(table.dialect);
    const batches = [...splitter.push(files[table.name] as Uint8Array), ...splitter.end()];
    return batches
      .flatMap((batch) => reader.readBatch(batch))
      .map((verdict) => ({ ...verdict, record: `${table.file}/${verdict.key}` }));
  });
  return { issues, verdicts, events: verdicts.flatMap(({ events }) => events) };
}

function figures(events: readonly MappedEvent[]) {
  const captured = new Map(
    events.filter(({ type }) => type === 'lead.captured').map(({ subject, time }) => [subject, Date.parse(time)]),
  );
  const days = events
    .filter(({ type }) => type === 'opportunity.won')
    .map(
      ({ data: { leads }, time }) =>
        (Date.parse(time) - (captured.get((leads as string[])[0] as string) ?? Number.NaN)) / 86_400_000,
    );
  const kept = days.filter((value) => value >= 0).sort((left, right) => left - right);
  return {
    captured: captured.size,
    won: days.length,
    impossible: days.length - kept.length,
    median: kept[(kept.length - 1) / 2]?.toFixed(4),
    within30: kept.filter((value) => value <= 30).length,
    within90: kept.filter((value) => value <= 90).length,
  };
}

describe.skipIf(!existsSync(data))('the Olist maps', () => {
  const good = { captured: 8000, won: 842, impossible: 1, median: '14.7222', within30: 546, within90: 690 };

  it.each([
    ['map.yaml', leadsFile, dealsFile, good],
    ['map.records.yaml', leadsFile, dealsFile, good],
    ['map.leads-dd-mm-yyyy.yaml', 'messy-copies/mql.dd-mm-yyyy_lasya.csv', dealsFile, good],
    ['map.leads-m-d-yyyy.yaml', 'messy-copies/mql.m-d-yyyy_mohit.csv', dealsFile, good],
    [
      'map.deals-hungarian.yaml',
      leadsFile,
      'messy-copies/closed_deals.hungarian-excel_semicolon_bom_crlf_hifly.csv',
      { ...good, median: '14.7215' },
    ],
  ])('%s reads every row', (map, leads, deals, expected) => {
    const { issues, verdicts, events } = run(map, { [leads]: readData(leads), [deals]: readData(deals) });
    expect(issues).toEqual([]);
    expect(verdicts.length).toBe(8842);
    expect(verdicts.flatMap((verdict) => verdict.issues)).toEqual([]);
    expect(events.filter((event) => !validateEvent(event).success)).toEqual([]);
    expect(figures(events)).toEqual(expected);
    expect(
      events.filter(
        ({ type, data: { source } }) => type === 'lead.captured' && !JSON.stringify(source ?? {}).includes('channel'),
      ).length,
    ).toBe(60);
  });

  it.each([
    ['messy-copies/mql.m-d-yyyy_mohit.csv', 'column "landing_page_id" is missing'],
    [
      'messy-copies/mql.dd-mm-yyyy_lasya.csv',
      'line 2, column "first_contact_date": "01-02-2018" is not a time of this form. The map says yyyy-MM-dd, but 01-02-2018 fits dd-MM-yyyy or MM-dd-yyyy',
    ],
  ])('map.yaml refuses %s, with reason and place', (name, message) => {
    const { issues } = run('map.yaml', {
      [`olist_marketing_qualified_leads_${name.length}.csv`]: readData(name),
      [dealsFile]: readData(dealsFile),
    });
    expect(issues[0]?.message).toContain(message);
  });

  it('tells what a second export changed', () => {
    const files: Readonly<Record<string, Uint8Array>> = {
      [leadsFile]: readData(leadsFile),
      [dealsFile]: readData(dealsFile),
    };
    const text = (name: string) => new TextDecoder().decode(files[name]);
    const leadLines = text(leadsFile).split('\n');
    const changedLeads = leadLines
      .map((line, index) => (index > 0 && index <= 300 ? `${line.split(',').slice(0, 3).join(',')},partner` : line))
      .filter((_, index) => index <= 400 || index > 405);
    const dealLines = text(dealsFile)
      .split('\n')
      .map((line, index) => (index > 0 && index <= 12 ? line.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, '') : line));
    const second = {
      [leadsFile]: new TextEncoder().encode(changedLeads.join('\n')),
      [dealsFile]: new TextEncoder().encode(dealLines.join('\n')),
    };
    const hash = (value: string) => createHash('sha256').update(value).digest('hex');
    const states = new Map<string, string>();
    const send = (verdicts: ReturnType<typeof run>['verdicts'], changedMs: number) =>
      verdicts.flatMap(({ record, events }) => {
        const { events: news, state } = diffRecord(
          states.get(record) ?? null,
          { record, source: 'csv/olist', events },
          { changedMs, hash },
        );
        states.set(record, state);
        return news;
      });
    expect(send(run('map.records.yaml', files).verdicts, Date.UTC(2019, 0, 1)).length).toBe(8000 * 2 + 842);
    const news = send(run('map.records.yaml', second).verdicts, Date.UTC(2019, 0, 8));
    const count = (type: string) => news.filter((event) => event.type === type).length;
    expect([news.length, count('lead.updated'), count('event.retracted')]).toEqual([312, 300, 12]);
  });
});

describe.skipIf(!existsSync(data))('a map guessed from the Olist files', () => {
  it.each([
    [leadsFile, dealsFile],
    ['messy-copies/mql.dd-mm-yyyy_lasya.csv', dealsFile],
    ['messy-copies/mql.m-d-yyyy_mohit.csv', dealsFile],
    [leadsFile, 'messy-copies/closed_deals.hungarian-excel_semicolon_bom_crlf_hifly.csv'],
  ])('%s and %s', (leads, deals) => {
    const files = [leads, deals].map((name) => ({ name, sample: readData(name).subarray(0, 65_536) }));
    const { mapYaml, stories } = guessMap(files, { zone: 'America/Sao_Paulo' });
    const { files: guessed } = parseMap(mapYaml);
    expect(Object.keys(guessed)).toEqual(['leads', 'deals']);
    expect(guessed.leads?.key).toBe('mql_id');
    expect(guessed.leads?.events.map(({ type }) => type)).toEqual(['lead.captured', 'lead.qualified']);
    expect(guessed.leads?.events[0]?.data).toMatchObject({ source: { channel: { column: 'origin' } } });
    expect(guessed.deals?.events).toMatchObject([
      {
        type: 'opportunity.won',
        time: { column: 'won_date' },
        data: { leads: ['lead/{mql_id}'], owner: { column: 'sr_id' } },
      },
    ]);
    expect(stories.length).toBe(5);
    expect(stories[0]).toMatch(
      /^[0-9a-f]{6}… was captured on \d+ \w+ 201\d from \w+, qualified the same day and won \d+ days? later\.$/,
    );
  });
});
