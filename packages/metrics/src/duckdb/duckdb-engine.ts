import type { Engine, ImportSession } from '../engine.ts';
import { allMetrics } from '../metrics/all-metrics.ts';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { MetricsError } from '../metrics-error.ts';
import { createReports } from '../report/create-reports.ts';
import type { FactJudges } from '../store/fact-judges.ts';
import { type JudgingOptions, judgesOfStore, type StoreVersions } from '../store/kept-versions.ts';
import { createTurn } from '../store/turn.ts';
import { type Database, inTransaction, openDatabase, openingTrouble } from './connection.ts';
import { beginDuckDbImport } from './duckdb-import.ts';
import { erasedSubjects } from './erased-subjects.ts';
import { createFactReducer } from './fact-reducer.ts';
import { factTexts } from './fact-texts.ts';
import { importsBuiltUpon, registeredImports } from './import-registry.ts';
import { keptAgreements } from './kept-agreement.ts';
import { storeFacts } from './kept-facts.ts';
import { linkedOpportunities } from './linked-opportunities.ts';
import { prepareStore } from './prepare-store.ts';
import { quarantinedRows } from './quarantined-rows.ts';
import { keptHeads } from './store-heads.ts';
import { storedEvents } from './stored-events.ts';
import { countedAs, rootsTable } from './visible-events.ts';

/** How a database is opened. */
export interface DuckDbEngineOptions extends JudgingOptions {
  /** A file, made where there is none; `:memory:` for none. */
  readonly path: string;
  /** Own metrics, beside those that come with Sameteam. */
  readonly metrics?: readonly MetricDefinition[] | undefined;
  /** Opens the file beside other readers. Nothing can be imported then. */
  readonly readOnly?: boolean;
  /** Most memory that the database takes, such as `512MB`; its own default otherwise. */
  readonly memoryLimit?: string;
  /** Threads that the database works with; as many as the machine has otherwise. A small store is quicker with one. */
  readonly threads?: number;
}

/**
 * Opens the engine on an embedded DuckDB. Facts are kept in the file and refreshed for what an import touches; facts of
 * another agreement are made anew.
 * @throws MetricsError `locked`, `not-a-database`, `no-database`, `newer-database`, `older-database`
 * @throws AgreementError `invalid-agreement` for a kept one that this release cannot read
 * @example const engine = await openDuckDbEngine({ path: 'team.duckdb', agreement: defaultAgreement });
 */
export async function openDuckDbEngine({
  path,
  metrics = [],
  readOnly = false,
  memoryLimit,
  threads,
  ...judging
}: DuckDbEngineOptions): Promise<Engine> {
  const database = await openDatabase(path, {
    readOnly,
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
    ...(threads === undefined ? {} : { threads }),
  });
  try {
    await prepareStore(database, readOnly);
    const { judges, versions } = await judgesOfStore(await keptAgreements(database), judging);
    return await engineOn(database, { judges, versions, readOnly, metrics: allMetrics(judges.agreement, metrics) });
  } catch (cause) {
    database.close();
    throw openingTrouble(path, cause);
  }
}

/** What an engine works by. */
interface EngineParts {
  readonly judges: FactJudges;
  readonly versions: StoreVersions;
  readonly readOnly: boolean;
  readonly metrics: readonly MetricDefinition[];
}

async function engineOn(database: Database, { judges, versions, readOnly, metrics }: EngineParts): Promise<Engine> {
  const { agreement } = judges;
  const heads = keptHeads(database);
  const facts = storeFacts(database, { judges, versions: versions.known, heads, readOnly });
  const texts = factTexts(database);
  const reports = createReports(createFactReducer(database, { texts, factsUnder: facts.under }), {
    ...judges,
    versions: versions.known,
    metrics,
  });
  const erased = erasedSubjects(database);
  const turn = createTurn();
  let importing: ImportSession | null = null;
  let isBeginning = false;
  let isClosed = false;

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

  async function changed(): Promise<void> {
    texts.forget();
    await facts.changed();
  }

  await database.run(rootsTable);
  await facts.ensure();

  return {
    agreement,
    metrics,
    capabilities: { isPersistent: database.path !== ':memory:', answersDuringImport: false },
    leadFacts: (page) => exclusively(() => reports.leadFacts(page)),
    opportunityFacts: (page) => exclusively(() => reports.opportunityFacts(page)),
    run: (plan) => exclusively(() => reports.run(plan)),
    withReducer: (work) => exclusively(() => reports.withReducer(work)),
    leads: (plan, cell, page) => exclusively(() => reports.leads(plan, cell, page)),
    values: (id, limit) => exclusively(() => reports.values(id, limit)),
    status: () =>
      exclusively(async () => {
        const [row] = await database.query(
          `SELECT min(first) AS first, max(last) AS last, (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM ${facts.leads()}) AS leads, (SELECT count(*) FROM quarantine WHERE import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)) AS quarantined FROM imports`,
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
          judges,
          signature: facts.signature,
          dayOf: facts.dayOf,
          heads,
          erased,
          versions: versions.given,
          ended: async () => {
            importing = null;
            await changed().finally(done);
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
        heads.forget();
        const leads = await inTransaction(database, async () => {
          await database.run('UPDATE imports SET undone = $1::BIGINT WHERE id = $2', [recordedMs, id]);
          return facts.takeBack(all.indexOf(known) + 1);
        });
        heads.forget();
        erased.forget();
        await changed();
        const { seq } = await heads.current();
        return { events: seq, leads, impossibleOrder: 0, unknownLeads: 0 };
      }),
    quarantined: (page) => exclusively(() => quarantinedRows(database, page)),
    events: (subject) =>
      exclusively(async () =>
        storedEvents(database, { subject, visible: await countedAs(database, (await heads.current()).log) }),
      ),
    opportunitiesOf: (lead) =>
      exclusively(async () =>
        linkedOpportunities(database, { lead, visible: await countedAs(database, (await heads.current()).log) }),
      ),
    rebuild: () =>
      exclusively(async () => {
        await inTransaction(database, facts.rebuild);
        await changed();
      }),
    async close() {
      await importing?.rollback();
      const done = await turn();
      // Where it fails, the rows stay, and are left out by whoever reads them next.
      if (!isClosed) await facts.settle().catch(() => undefined);
      if (!isClosed) database.close();
      isClosed = true;
      done();
    },
  };
}
