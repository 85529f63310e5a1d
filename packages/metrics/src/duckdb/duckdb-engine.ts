import { type Agreement, defaultAgreement } from '@sameteam/agreement';
import type { Engine, ImportSession } from '../engine.ts';
import { checkRulingConditions } from '../facts/capture-fields.ts';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import { MetricsError } from '../metrics-error.ts';
import { currentColumn, dimension } from '../plan/dimensions.ts';
import { leadQueries } from '../plan/lead-query.ts';
import type { LogBounds } from '../plan/query.ts';
import { runPlan } from '../plan/run-plan.ts';
import { createCalendarTable } from './calendar-table.ts';
import { type Database, inTransaction, openDatabase, openingTrouble } from './connection.ts';
import { beginDuckDbImport } from './duckdb-import.ts';
import { erasedSubjects } from './erased-subjects.ts';
import { factValues, filterTexts } from './fact-values.ts';
import { importsBuiltUpon, refuseUnknownPast, registeredImports } from './import-registry.ts';
import { areFactsBy, keepSignature, keptAgreement } from './kept-agreement.ts';
import { allLeadsPage, leadPage } from './lead-rows.ts';
import { linkedOpportunities } from './linked-opportunities.ts';
import { type FactTables, makeFacts } from './make-facts.ts';
import { opportunityPage } from './opportunity-rows.ts';
import { prepareStore } from './prepare-store.ts';
import { quarantinedRows } from './quarantined-rows.ts';
import type { FactSource } from './reduce-sql.ts';
import { createReducer } from './reducer.ts';
import { keptFacts, storeSize } from './refresh-facts.ts';
import { keptHeads } from './store-heads.ts';
import { storedEvents } from './stored-events.ts';
import { createTurn } from './turn.ts';
import { valueCounts } from './value-counts.ts';
import { countedAs, rootsTable } from './visible-events.ts';

/** How a database is opened. */
export interface DuckDbEngineOptions {
  /** A file, made where there is none; `:memory:` for none. */
  readonly path: string;
  /** The agreement that binds; the one that was kept with the last import where none is named, else the default one. */
  readonly agreement?: Agreement | undefined;
  /** Opens the file beside other readers. Nothing can be imported then. */
  readonly readOnly?: boolean;
  /** Most memory that the database takes, such as `512MB`; its own default otherwise. */
  readonly memoryLimit?: string;
  /** Threads that the database works with; as many as the machine has otherwise. A small store is quicker with one. */
  readonly threads?: number;
}

/** Facts under bounds other than everything, in temporary tables. */
interface BoundedFacts {
  readonly key: string;
  readonly tables: FactTables;
}

/** Most sets of bounded facts that are kept. */
const keptBounds = 3;

/**
 * Opens the engine on an embedded DuckDB. Facts are kept in the file and refreshed for what an import touches; facts of
 * another agreement are made anew.
 * @throws MetricsError `locked`, `not-a-database`, `no-database`, `newer-database`, `older-database`, `unsupported-condition`
 * @example const engine = await openDuckDbEngine({ path: 'team.duckdb', agreement: defaultAgreement });
 */
export async function openDuckDbEngine({
  path,
  agreement: named,
  readOnly = false,
  memoryLimit,
  threads,
}: DuckDbEngineOptions): Promise<Engine> {
  if (named !== undefined) checkRulingConditions(named);
  const database = await openDatabase(path, {
    readOnly,
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
    ...(threads === undefined ? {} : { threads }),
  });
  try {
    await prepareStore(database, readOnly);
    const agreement = named ?? (await keptAgreement(database)) ?? defaultAgreement;
    return await engineOn(database, { agreement, readOnly });
  } catch (cause) {
    database.close();
    throw openingTrouble(path, cause);
  }
}

async function engineOn(
  database: Database,
  { agreement, readOnly }: { readonly agreement: Agreement; readonly readOnly: boolean },
): Promise<Engine> {
  const hasExclusions = (agreement.exclusions ?? []).length > 0;
  const bounded: BoundedFacts[] = [];
  let isClosed = false;
  let made = 0;
  const calendar = createCalendarTable(database, agreement);
  const heads = keptHeads(database);
  let kept: FactTables = keptFacts;
  let importing: ImportSession | null = null;
  let isBeginning = false;
  const turn = createTurn();
  const values = factValues(database, agreement);
  const erased = erasedSubjects(database);

  /** One piece of work at a time: there is one connection, and a report must not see facts that are half made. */
  async function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const done = await turn();
    try {
      if (isClosed) throw new MetricsError('closed');
      return await work();
    } finally {
      done();
    }
  }

  async function ensureKept(): Promise<void> {
    if (await areFactsBy(database, agreement)) return;
    if (readOnly) {
      kept = { leads: 'kept_lead_facts', opportunities: 'kept_opportunity_facts' };
      await makeFacts(database, kept, { agreement, bounds: null, touched: 'all', temporary: true });
      return;
    }
    await inTransaction(database, async () => {
      await makeFacts(database, kept, { agreement, bounds: null, touched: 'all', temporary: false });
      await keepSignature(database, agreement);
    });
  }

  async function forget(): Promise<void> {
    for (const { tables } of bounded.splice(0)) await drop(tables);
    values.forget();
    await calendar.extend((await heads.current()).log);
  }

  async function drop(tables: FactTables): Promise<void> {
    await database.run(`DROP TABLE IF EXISTS temp.${tables.leads}`);
    await database.run(`DROP TABLE IF EXISTS temp.${tables.opportunities}`);
  }

  /** @param texts that the query names */
  async function factsUnder(bounds: LogBounds, texts: readonly string[]): Promise<FactSource> {
    const source = { calendar: 'calendar', hasExclusions, numberOf: await values.numbers(texts) };
    const { isEmpty, span } = (await heads.current()).log;
    if (bounds.knownAtMs === null && (isEmpty || bounds.asOfMs >= span.toMs)) return { ...source, ...kept };
    await refuseUnknownPast(database, bounds);
    const [row] = await database.query('SELECT max(time) AS last FROM events WHERE time <= $1::BIGINT', [
      Math.floor(Math.min(bounds.asOfMs, 8.64e15)),
    ]);
    const key = `${row?.last ?? null} ${bounds.knownAtMs}`;
    const known = bounded.find((entry) => entry.key === key);
    if (known !== undefined) return { ...source, ...known.tables };
    made += 1;
    const tables: FactTables = { leads: `lead_facts_${made}`, opportunities: `opportunity_facts_${made}` };
    await makeFacts(database, tables, { agreement, bounds, touched: 'all', temporary: true });
    bounded.unshift({ key, tables });
    for (const { tables: old } of bounded.splice(keptBounds)) await drop(old);
    return { ...source, ...tables };
  }

  const reducer = createReducer(database, { values, factsUnder });

  await database.run(rootsTable);
  await ensureKept();
  await calendar.extend((await heads.current()).log);

  return {
    agreement,
    capabilities: { isPersistent: database.path !== ':memory:', answersDuringImport: false },
    leadFacts: (page) => exclusively(() => allLeadsPage(database, kept.leads, { ...page, values })),
    opportunityFacts: (page) => exclusively(() => opportunityPage(database, kept.opportunities, { ...page, values })),
    status: () =>
      exclusively(async () => {
        const [row] = await database.query(
          `SELECT min(first) AS first, max(last) AS last, (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM ${kept.leads}) AS leads, (SELECT count(*) FROM quarantine WHERE import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)) AS quarantined FROM imports`,
        );
        return {
          engine: 'duckdb',
          events: Number(row?.events),
          leads: Number(row?.leads),
          quarantined: Number(row?.quarantined),
          firstEventMs: (row?.first as number | null | undefined) ?? null,
          lastEventMs: (row?.last as number | null | undefined) ?? null,
        };
      }),
    async beginImport(options) {
      if (readOnly) throw new MetricsError('read-only', { path: database.path });
      if (importing !== null || isBeginning) throw new MetricsError('busy');
      isBeginning = true;
      const done = await turn();
      try {
        if (isClosed) throw new MetricsError('closed');
        importing = await beginDuckDbImport(database, {
          ...options,
          agreement,
          heads,
          erased,
          ended: async () => {
            importing = null;
            await forget().finally(done);
          },
        });
        isBeginning = false;
        return importing;
      } catch (cause) {
        isBeginning = false;
        done();
        throw cause;
      }
    },
    imports: () => exclusively(() => registeredImports(database)),
    undoImport: (id, { recordedMs }) =>
      exclusively(async () => {
        if (readOnly) throw new MetricsError('read-only', { path: database.path });
        const all = await registeredImports(database);
        const known = all.find((entry) => entry.id === id);
        if (known === undefined) {
          throw new MetricsError('unknown-import', {
            id,
            known:
              all.length === 0
                ? 'Nothing has been imported.'
                : `Imports are ${all.map((entry) => entry.id).join(', ')}.`,
          });
        }
        if (known.undoneMs !== null) throw new MetricsError('import-already-undone', { id });
        const later = await importsBuiltUpon(database, id);
        if (later.length > 0) throw new MetricsError('import-built-upon', { id, later });
        const size = await inTransaction(database, async () => {
          await database.run('UPDATE imports SET undone = $1::BIGINT WHERE id = $2', [recordedMs, id]);
          await makeFacts(database, kept, { agreement, bounds: null, touched: 'all', temporary: false });
          return storeSize(database);
        });
        erased.forget();
        heads.forget();
        await forget();
        return { ...size, impossibleOrder: 0, unknownLeads: 0 };
      }),
    quarantined: (page) => exclusively(() => quarantinedRows(database, page)),
    run: (plan) =>
      exclusively(() =>
        runPlan(reducer, plan, {
          agreement,
          dayOf: dayOf(zoneOffsets(agreement.timeZone, { fromMs: plan.asOfMs, toMs: plan.asOfMs })),
        }),
      ),
    leads: (plan, cell, page) =>
      exclusively(async () => {
        const queries = leadQueries(plan, cell, agreement);
        const texts = queries.flatMap((query) => [
          ...filterTexts(query),
          ...query.values.filter((value) => value !== null),
        ]);
        const source = await factsUnder({ asOfMs: plan.asOfMs, knownAtMs: plan.knownAtMs }, texts);
        return leadPage(database, queries, source, { ...page, values });
      }),
    events: (subject) =>
      exclusively(async () =>
        storedEvents(database, { subject, visible: await countedAs(database, (await heads.current()).log) }),
      ),
    opportunitiesOf: (lead) =>
      exclusively(async () =>
        linkedOpportunities(database, { lead, visible: await countedAs(database, (await heads.current()).log) }),
      ),
    values: (id, limit) =>
      exclusively(async () => {
        const found = dimension(id);
        if (found?.kind !== 'fact') return [];
        return valueCounts(database, {
          table: kept.leads,
          column: currentColumn(found),
          segments: (agreement.segments ?? []).map((segment) => segment.id),
          limit,
        });
      }),
    rebuild: () =>
      exclusively(async () => {
        await inTransaction(database, () =>
          makeFacts(database, kept, { agreement, bounds: null, touched: 'all', temporary: readOnly }),
        );
        await forget();
      }),
    async close() {
      await importing?.rollback();
      const done = await turn();
      if (!isClosed) database.close();
      isClosed = true;
      done();
    },
  };
}
