import { anchorColumns } from '../facts/schema/anchor-columns.ts';
import { type FactGrain, factGrains, factSchema } from '../facts/schema/fact-schema.ts';
import type { FactSink } from '../facts/story/fact-sink.ts';
import type { DayOf } from '../facts/zone-days.ts';
import type { Database } from './connection.ts';
import { factColumns } from './schema.ts';
import { tsvField } from './tsv-row.ts';

/** Writes rows of facts to their tables. */
export interface FactWriter extends FactSink {
  /** Sends what waits; to be called now and then, and at the end. */
  flush(): Promise<void>;
  /** Rows that wait. */
  readonly waiting: number;
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

/** Rows that are sent at once. */
const rowsAtOnce = 20_000;

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
  let waiting = 0;
  return {
    get waiting() {
      return waiting;
    },
    add(grain, row) {
      (parts.get(grain) as GrainWriter).add(row);
      waiting += 1;
    },
    async flush() {
      for (const [grain, { take }] of parts) {
        const rows = take();
        for (let start = 0; start < rows.length; start += rowsAtOnce)
          await database.insert(
            table(grain),
            [...factColumns(grain), 'fact_version'],
            rows.slice(start, start + rowsAtOnce),
          );
      }
      waiting = 0;
    },
  };
}

interface GrainWriter {
  add(row: Readonly<Record<string, string | number | null>>): void;
  take(): readonly string[];
}

function grainWriter(
  grain: FactGrain,
  { version, dayOf }: { readonly version: number; readonly dayOf: DayOf },
): GrainWriter {
  const names = Object.keys(factSchema[grain]);
  const anchors = anchorColumns(grain);
  const numbers = new Map<string, number>();
  const ownersOf = owners[grain];
  let rows: string[] = [];
  return {
    add(values) {
      let of = '';
      for (const name of ownersOf) {
        const value = values[name];
        if (value === null || value === undefined) continue;
        of = String(value);
        break;
      }
      const n = numbers.get(of) ?? 0;
      numbers.set(of, n + 1);
      let line = `${tsvField(of)}\t${n}`;
      for (const name of names) line += `\t${tsvField(values[name] ?? null)}`;
      for (const name of anchors) {
        const at = values[name] ?? null;
        line += at === null ? '\t\\N' : `\t${dayOf(at as number)}`;
      }
      rows.push(`${line}\t${version}\n`);
    },
    take() {
      const taken = rows;
      rows = [];
      // Rows of one owner come together; those of nobody may come at any time.
      const common = numbers.get('');
      numbers.clear();
      if (common !== undefined) numbers.set('', common);
      return taken;
    },
  };
}
