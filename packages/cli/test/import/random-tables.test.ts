import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultAgreement } from '@sameteam/agreement';
import { createMemoryEngine } from '@sameteam/metrics';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { importInto } from '../support/import-into.ts';
import { tempFolder } from '../support/temp-folder.ts';

const map = `sameteam-map: 1
source: csv/random
zone: America/Sao_Paulo
files:
  leads:
    key: id
    events:
      - type: lead.captured
        subject: "lead/{id}"
        time: { column: created, format: yyyy-MM-dd }
        data:
          company: { name: { column: company } }
          source: { channel: { column: channel }, campaign: { template: "{channel} of {company}" } }
      - type: lead.qualified
        when: { column: qualified, present: true }
        subject: "lead/{id}"
        time: { column: qualified, format: "yyyy-MM-dd HH:mm" }
`;

const headings = ['id', 'created', 'qualified', 'company', 'channel'] as const;

type Row = Readonly<Record<(typeof headings)[number], string>>;

/** How a table is written; every choice must be without consequence. */
interface Writing {
  readonly delimiter: string;
  readonly newline: string;
  readonly mark: string;
  readonly isTerminated: boolean;
  /** Whether a cell that needs no quotes gets them, by its place. */
  readonly quotes: readonly boolean[];
}

const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const minute = fc.tuple(day, fc.nat(23), fc.nat(59)).map(([date, hour, minutes]) => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date} ${two(hour)}:${two(minutes)}`;
});
/** Text that a table makes hard: delimiters, quotes, line breaks, blanks, letters of four bytes. */
const text = fc
  .array(fc.constantFrom('a', 'Z', 'é', '😀', '"', '""', ',', ';', '\t', '|', '\n', '\r\n', ' ', "'", '{', '\\', '0'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const rows: fc.Arbitrary<readonly Row[]> = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/),
    created: day,
    qualified: fc.option(minute, { nil: '' }),
    company: text,
    channel: text,
  }),
  { maxLength: 25, selector: ({ id }) => id },
);
const writing: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\u{feff}'),
  isTerminated: fc.boolean(),
  quotes: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
});

function csvOf(table: readonly Row[], { delimiter, newline, mark, isTerminated, quotes }: Writing): string {
  let place = 0;
  const cell = (value: string) => {
    const isQuoted = quotes[place++ % quotes.length] || /["\r\n]/.test(value) || value.includes(delimiter);
    return isQuoted ? `"${value.replaceAll('"', '""')}"` : value;
  };
  const lines = [
    headings.join(delimiter),
    ...table.map((row) => headings.map((name) => cell(row[name])).join(delimiter)),
  ];
  return mark + lines.join(newline) + (isTerminated ? newline : '');
}

/** The events of a row by the map, said by plain code. */
function eventsOf({ id, created, qualified, company, channel }: Row) {
  const zone = 'America/Sao_Paulo';
  const [name, from] = [company.trim(), channel.trim()];
  const source = {
    ...(from === '' ? {} : { channel: from }),
    ...(from === '' || name === '' ? {} : { campaign: `${from} of ${name}` }),
  };
  const captured = {
    id: `leads/${id}/lead.captured`,
    timeMs: Temporal.PlainDate.from(created).toZonedDateTime(zone).epochMilliseconds,
    data: { ...(name === '' ? {} : { company: { name } }), ...(Object.keys(source).length === 0 ? {} : { source }) },
  };
  if (qualified === '') return [captured];
  const timeMs = Temporal.PlainDateTime.from(qualified.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
  return [captured, { id: `leads/${id}/lead.qualified`, timeMs, data: {} }].sort((a, b) => a.timeMs - b.timeMs);
}

it('gives the events that plain code gives, however a table is written', { timeout: 120_000 }, async () => {
  const cwd = tempFolder();
  writeFileSync(join(cwd, 'map.yaml'), map);
  await fc.assert(
    fc.asyncProperty(rows, writing, async (table, how) => {
      writeFileSync(join(cwd, 'leads.csv'), csvOf(table, how));
      const engine = createMemoryEngine({ agreement: defaultAgreement });
      const first = await importInto(engine, ['leads.csv'], { cwd });
      expect(first).toMatchObject({ read: table.length, accepted: table.length, quarantined: 0 });
      for (const row of table) {
        const stored = await engine.events(`lead/${row.id}`);
        expect(stored.map(({ id, timeMs, data }) => ({ id, timeMs, data }))).toEqual(eventsOf(row));
      }
      expect(first.events).toBe(table.flatMap(eventsOf).length);
      // The same table written in another way says the same.
      writeFileSync(
        join(cwd, 'leads.csv'),
        csvOf(table, { ...how, delimiter: '\t', mark: '', newline: '\n', quotes: [true] }),
      );
      expect(await importInto(engine, ['leads.csv'], { cwd })).toMatchObject({ accepted: 0, duplicates: table.length });
    }),
    { numRuns: 150 },
  );
});
