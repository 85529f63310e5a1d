import { anchorColumns } from '../facts/schema/anchor-columns.ts';
import { dayColumn } from '../facts/schema/fact-column.ts';
import { type FactGrain, factGrains, factSchema } from '../facts/schema/fact-schema.ts';
import type { FactSink } from '../facts/story/fact-sink.ts';
import type { DayOf } from '../facts/zone-days.ts';
import type { Database } from './connection.ts';
import { factKey } from './schema.ts';
import { tsvField } from './tsv-row.ts';

/** Writes rows of facts to their tables. */
export interface FactWriter extends FactSink {
  /** Sends what waits; to be called now and then, and at the end. */
  flush(): Promise<void>;
  /** Rows that wait. */
  readonly waiting: number;
  /** Rows of each grain that were sent. */
  readonly sent: ReadonlyMap<FactGrain, number>;
}

/** Whose fold makes the rows of a grain: the first of these columns that has a value. */
const owners: Readonly<Record<FactGrain, readonly string[]>> = {
  leads: ['lead'],
  cycles: ['lead'],
  entries: ['opportunity', 'lead'],
  opportunities: ['opportunity'],
  spans: ['opportunity'],
  companies: ['company'],
  changes: ['company'],
  touches: ['lead'],
  meetings: ['lead', 'opportunity'],
  spend: [],
  pulses: [],
};

/**
 * A writer of facts of one version.
 * @param options.table name of the table of a grain
 * @param options.version the later of two rows of one key holds
 */
export function factWriter(
  database: Database,
  {
    table,
    version,
    dayOf,
  }: { readonly table: (grain: FactGrain) => string; readonly version: number; readonly dayOf: DayOf },
): FactWriter {
  const parts = new Map(factGrains.map((grain) => [grain, grainWriter(grain, { version, dayOf })]));
  const sent = new Map<FactGrain, number>();
  let waiting = 0;
  return {
    sent,
    get waiting() {
      return waiting;
    },
    add(grain, row) {
      (parts.get(grain) as GrainWriter).add(row);
      waiting += 1;
    },
    async flush() {
      waiting = 0;
      // What is added while these are sent waits for the next time.
      const taken = [...parts].map(([grain, { take }]) => ({ grain, ...take() }));
      for (const { grain, rows } of taken) sent.set(grain, (sent.get(grain) ?? 0) + rows.length);
      await Promise.all(taken.map(({ grain, columns, rows }) => database.insert(table(grain), columns, rows)));
    },
  };
}

interface GrainWriter {
  add(row: Row): void;
  take(): { readonly columns: readonly string[]; readonly rows: readonly string[] };
}

type Row = Readonly<Record<string, string | number | null>>;

function grainWriter(
  grain: FactGrain,
  { version, dayOf }: { readonly version: number; readonly dayOf: DayOf },
): GrainWriter {
  const names = Object.keys(factSchema[grain]);
  const anchors = new Set(anchorColumns(grain));
  const numbers = new Map<string, number>();
  let rows: { readonly of: string; readonly n: number; readonly values: Row }[] = [];
  return {
    add(values) {
      const of = ownerOf(owners[grain], values);
      const n = numbers.get(of) ?? 0;
      numbers.set(of, n + 1);
      rows.push({ of, n, values });
    },
    take() {
      // A column that has no value in any of the rows is left out: to read it takes as long as one that has.
      const used = names.filter((name) => rows.some(({ values }) => (values[name] ?? null) !== null));
      const days = used.filter((name) => anchors.has(name));
      const lines = rows.map(({ of, n, values }) => {
        let line = `${tsvField(of)}\t${n}`;
        for (const name of used) line += `\t${tsvField(values[name] ?? null)}`;
        for (const name of days) {
          const at = values[name] ?? null;
          line += at === null ? '\t\\N' : `\t${dayOf(at as number)}`;
        }
        return `${line}\t${version}\n`;
      });
      rows = [];
      // Rows of one owner come together; those of nobody may come at any time.
      const common = numbers.get('');
      numbers.clear();
      if (common !== undefined) numbers.set('', common);
      return { columns: [...factKey, ...used, ...days.map(dayColumn), 'fact_version'], rows: lines };
    },
  };
}

/** Whose fold has made a row; empty for what belongs to nobody. */
function ownerOf(columns: readonly string[], values: Row): string {
  for (const name of columns) {
    const value = values[name] ?? null;
    if (value !== null) return String(value);
  }
  return '';
}
