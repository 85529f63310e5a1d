import type { Database } from './connection.ts';
import { type FactDays, keptDays } from './fact-days.ts';
import { type LogState, logState } from './visible-events.ts';

/** Where the tables of a store end and what they hold, as an import has to know before it begins. */
export interface StoreHeads {
  /** Numbers of the last import, event, subject, payload and term; 0 for none. */
  readonly imports: number;
  readonly seq: number;
  readonly subjects: number;
  readonly payloads: number;
  readonly terms: number;
  readonly sources: ReadonlyMap<string, number>;
  /** Numbers of payloads and terms that came lately. */
  readonly recentPayloads: Map<string, number>;
  readonly recentTerms: Map<string, number>;
  readonly recordSecret: string;
  readonly log: LogState;
  /** Leads that have facts; `null` where nobody has counted them, nor looked whether the store keeps the engine's agreement. */
  readonly leads: number | null;
  /** Between which local days the kept facts lie. */
  readonly days: FactDays | null;
}

/** The heads of a store, remembered from one import to the next: to look for them takes as long as a small import. */
export interface KeptHeads {
  current(): Promise<StoreHeads>;
  /** Takes over what an import has told when it was committed. */
  keep(heads: StoreHeads): void;
  /** Looks again next time: an import was rolled back or taken back. */
  forget(): void;
}

/** The heads of a store that nobody else writes to. */
export function keptHeads(database: Database): KeptHeads {
  let kept: StoreHeads | null = null;
  return {
    async current() {
      kept ??= await readHeads(database);
      return kept;
    },
    keep(heads) {
      kept = heads;
    },
    forget() {
      kept = null;
    },
  };
}

/** Looks where a store ends. */
export async function readHeads(database: Database): Promise<StoreHeads> {
  const last = (table: string, column: string) => `(SELECT coalesce(max(${column}), 0) FROM ${table}) AS "${table}"`;
  const [row] = await database.query(`SELECT ${last('imports', 'number')}, ${last('events', 'seq')},
    ${last('subjects', 'number')}, ${last('payloads', 'number')}, ${last('terms', 'number')}, (SELECT value FROM meta WHERE key = 'record_secret') AS secret`);
  const sources = await database.query('SELECT number, source FROM sources');
  return {
    imports: Number(row?.imports),
    seq: Number(row?.events),
    subjects: Number(row?.subjects),
    payloads: Number(row?.payloads),
    terms: Number(row?.terms),
    sources: new Map(sources.map(({ number, source }) => [String(source), Number(number)])),
    recentPayloads: new Map(),
    recentTerms: new Map(),
    recordSecret: String(row?.secret),
    log: await logState(database, null),
    leads: null,
    days: await keptDays(database),
  };
}
