import { randomBytes } from 'node:crypto';
import type { Agreement } from '@sameteam/agreement';
import { factGrains } from '../facts/schema/fact-schema.ts';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import type { LogBounds } from '../plan/reduction.ts';
import { canExclude, type FactJudges, factsSignature, judgesOfVersion, reignAt } from '../store/fact-judges.ts';
import { importMemory } from '../store/recent-keys.ts';
import { type CalendarTable, createCalendarTable } from './calendar-table.ts';
import { deleteOutOfDate, factsToRead } from './changed-facts.ts';
import { type Database, inTransaction } from './connection.ts';
import { keepDays } from './fact-days.ts';
import { factTerms } from './fact-dictionaries.ts';
import type { FactPlace } from './fact-reducer.ts';
import { type FactTables, factTables, keptFacts } from './fact-tables.ts';
import { factWriter } from './fact-writer.ts';
import { refuseUnknownPast } from './import-registry.ts';
import { areFactsBy, keepSignature } from './kept-agreement.ts';
import { makeFacts } from './make-facts.ts';
import { readNumbers } from './read-numbers.ts';
import { type FactMaking, refreshFacts } from './refresh-facts.ts';
import type { KeptHeads } from './store-heads.ts';
import { textNumbers } from './text-numbers.ts';
import { logState } from './visible-events.ts';

/** The facts of a store: those of everything that is known, and lately those under other bounds. */
export interface StoreFacts extends Pick<FactMaking, 'judges' | 'signature' | 'dayOf'> {
  /** Table of the leads of everything that is known. */
  leads(): string;
  /** Makes the facts of everything that is known, unless they are there. */
  ensure(): Promise<void>;
  /** Makes them anew, in whatever transaction is open. */
  rebuild(): Promise<void>;
  /** Makes those anew that an import touched which was taken back, in whatever transaction is open. @returns how many leads there are */
  takeBack(importNumber: number): Promise<number>;
  under(bounds: LogBounds): Promise<FactPlace>;
  /** To be called when an import has ended. */
  changed(): Promise<void>;
  /** Deletes the rows that are out of date, see `changed-facts`. */
  settle(): Promise<void>;
}

/** Facts under bounds other than everything, in temporary tables. */
interface BoundedFacts {
  readonly key: string;
  readonly tables: FactTables;
}

/** Most sets of bounded facts that are kept. */
const keptBounds = 3;

/** Raised when the tables of facts have other columns beside those of the schema: then all facts are made anew. */
const tableVersion = 2;

/** Local days are those of the zone's whole history: they must not depend on which events came first. */
const firstMs = Date.UTC(1, 0, 1) - 1901 * 365.25 * 86_400_000;

/** The facts of a store under an agreement. */
export function storeFacts(
  database: Database,
  {
    judges,
    versions,
    heads,
    readOnly,
  }: {
    readonly judges: FactJudges;
    /** Those that can be asked for. */
    readonly versions: readonly Agreement[];
    readonly heads: KeptHeads;
    readonly readOnly: boolean;
  },
): StoreFacts {
  const signature = `${factsSignature(judges)} ${tableVersion}`;
  const days = dayOf(zoneOffsets(judges.agreement.timeZone, { fromMs: firstMs, toMs: Number.POSITIVE_INFINITY }));
  const calendar: CalendarTable = createCalendarTable(database, judges.agreement);
  const bounded: BoundedFacts[] = [];
  let kept = keptFacts;
  /** Where they are read, which an import may change. */
  let current = keptFacts;
  let made = 0;
  let hasOwnDictionaries = false;

  function judgesUnder(bounds: LogBounds | null): FactJudges {
    return judgesOfVersion(judges, bounds?.version ?? null, versions);
  }

  /** In a file that is only read, new texts go into copies of its dictionaries. */
  async function ownDictionaries(): Promise<void> {
    if (!readOnly || hasOwnDictionaries) return;
    hasOwnDictionaries = true;
    const [row] = await database.query('SELECT current_database() AS name');
    const name = `"${String(row?.name).replaceAll('"', '""')}"`;
    for (const table of ['terms', 'subjects'])
      await database.run(`CREATE TEMP TABLE ${table} AS FROM ${name}.main.${table}`);
    heads.forget();
  }

  async function dictionaries() {
    const current = await heads.current();
    const memory = importMemory(randomBytes(4).readInt32LE());
    const terms = factTerms(database, { last: current.terms, known: current.recentTerms, memory });
    const subjects = textNumbers(database, { table: 'subjects', column: 'subject', memory, last: current.subjects });
    const keep = async () => heads.keep({ ...(await heads.current()), terms: terms.last(), subjects: subjects.last() });
    return { terms, subjects, keep };
  }

  async function make(tables: FactTables, bounds: LogBounds | null, temporary: boolean) {
    await ownDictionaries();
    const { terms, subjects, keep } = await dictionaries();
    const writer = factWriter(database, { tables, terms, subjects, dayOf: days });
    const judging = judgesUnder(bounds);
    const log = bounds === null ? (await heads.current()).log : await logState(database, bounds);
    await makeFacts(database, { tables, writer, judges: judging, bounds, temporary, log });
    await keep();
    return writer;
  }

  async function makeKept(): Promise<void> {
    const writer = await make(kept, null, readOnly);
    const written = writer.days();
    if (!readOnly) {
      await keepSignature(database, signature);
      await keepDays(database, written);
    }
    heads.keep({ ...(await heads.current()), leads: null, days: written });
  }

  async function lookAgain(): Promise<void> {
    current = kept === keptFacts ? await factsToRead(database) : kept;
    await calendar.extend((await heads.current()).days, current);
  }

  async function drop(tables: FactTables): Promise<void> {
    for (const grain of factGrains) await database.run(`DROP TABLE IF EXISTS ${tables[grain]}`);
  }

  /** Takes numbers back that were given in work that failed. */
  async function orForget<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      (await heads.current()).recentTerms.clear();
      heads.forget();
      throw cause;
    }
  }

  async function boundedTables(bounds: LogBounds): Promise<FactTables> {
    await refuseUnknownPast(database, bounds);
    const [row] = await database.query('SELECT max(time) AS last FROM events WHERE time <= $1::BIGINT', [
      Math.floor(Math.min(bounds.asOfMs, 8.64e15)),
    ]);
    const key = `${row?.last ?? null} ${bounds.knownAtMs} ${bounds.version} ${reignAt(judges, bounds.asOfMs)}`;
    const known = bounded.find((entry) => entry.key === key);
    if (known !== undefined) return known.tables;
    made += 1;
    const tables = factTables(String(made));
    const writer = await orForget(() => inTransaction(database, () => make(tables, bounds, true)));
    await calendar.extend(writer.days(), tables);
    bounded.unshift({ key, tables });
    for (const { tables: old } of bounded.splice(keptBounds)) await drop(old);
    return tables;
  }

  return {
    judges,
    signature,
    dayOf: days,
    leads: () => kept.leads,
    async ensure() {
      if (!(await areFactsBy(database, signature))) {
        if (readOnly) kept = factTables('kept');
        await orForget(() => inTransaction(database, makeKept));
      }
      await lookAgain();
    },
    async rebuild() {
      if (readOnly) kept = factTables('kept');
      await orForget(makeKept);
    },
    async takeBack(importNumber) {
      const log = await logState(database, null);
      const [types] = await readNumbers(database, `SELECT DISTINCT type FROM events WHERE import = ${importNumber}`);
      return orForget(async () => {
        const { terms, subjects, keep } = await dictionaries();
        const making = { judges, signature, dayOf: days, terms, subjects };
        const { leads, days: lie } = await refreshFacts(database, making, {
          importNumber,
          lastSeq: (await heads.current()).seq,
          ranks: new Set(types),
          isOnly: false,
          log,
          leads: null,
          days: (await heads.current()).days,
        });
        await keep();
        heads.keep({ ...(await heads.current()), log, leads, days: lie });
        return leads;
      });
    },
    async under(bounds) {
      const { isEmpty, span } = (await heads.current()).log;
      const isAll =
        bounds.knownAtMs === null &&
        bounds.version === null &&
        (isEmpty ||
          (bounds.asOfMs >= span.toMs && reignAt(judges, bounds.asOfMs) === reignAt(judges, Number.POSITIVE_INFINITY)));
      return {
        tables: isAll ? current : await boundedTables(bounds),
        calendar: 'calendar',
        hasExclusions: canExclude(judgesUnder(bounds)),
      };
    },
    async settle() {
      if (readOnly || current === keptFacts) return;
      await inTransaction(database, () => deleteOutOfDate(database));
      current = keptFacts;
    },
    async changed() {
      for (const { tables } of bounded.splice(0)) await drop(tables);
      await lookAgain();
    },
  };
}
