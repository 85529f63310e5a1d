import { type ClickHouseClient, createClient } from '@clickhouse/client';
import type { Engine, ImportSession } from '../engine.ts';
import { allMetrics } from '../metrics/all-metrics.ts';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { MetricsError } from '../metrics-error.ts';
import { createReports } from '../report/create-reports.ts';
import type { FactJudges } from '../store/fact-judges.ts';
import { type JudgingOptions, judgesOfStore, type StoreVersions } from '../store/kept-versions.ts';
import { lastAnswer } from '../store/last-answer.ts';
import { createTurn } from '../store/turn.ts';
import { beginClickHouseImport } from './clickhouse-import.ts';
import { type Database, openDatabase } from './connection.ts';
import { createFactReducer } from './fact-reducer.ts';
import { importOutcome, storeSize } from './import-outcome.ts';
import { importsBuiltUpon, type RegistryEntry, registerImport } from './import-registry.ts';
import { keptAgreements } from './kept-agreement.ts';
import { storeFacts } from './kept-facts.ts';
import { linkedOpportunities } from './linked-opportunities.ts';
import { prepareStore } from './prepare-store.ts';
import { quarantinedRows } from './quarantined-rows.ts';
import { recordedLater } from './recorded-later.ts';
import { eventsOf, knownImports, spanOf } from './registry-totals.ts';
import { keptState } from './store-state.ts';
import { storedEvents } from './stored-events.ts';
import { importSql, recordedImports } from './visible-events.ts';

/** How a database is opened: by its address, or through a client that the caller has made and closes. */
export type ClickHouseEngineOptions = ({ readonly url: string } | { readonly client: ClickHouseClient }) &
  JudgingOptions & {
    /** Its own database, made where there is none. */
    readonly database: string;
    /** Name of a cluster in the server's configuration, to make a new store as sharded and replicated tables on it. */
    readonly cluster?: string | null;
    /** Own metrics, beside those that come with Sameteam. */
    readonly metrics?: readonly MetricDefinition[];
    /** Nothing can be imported then. */
    readonly readOnly?: boolean;
  };

/**
 * Opens the engine on ClickHouse. Facts are kept and refreshed for what an import touches; facts of another agreement are
 * made anew. One process imports at a time: a second one that commits meanwhile is refused as `busy`.
 * @throws MetricsError `not-a-database`, `no-database`, `newer-database`, `older-database`
 * @throws AgreementError `invalid-agreement` for a kept one that this release cannot read
 * @example const open = () => openClickHouseEngine({ url: 'http://localhost:8123', database: 'sameteam' });
 */
export async function openClickHouseEngine(options: ClickHouseEngineOptions): Promise<Engine> {
  const { database: name, cluster = null, readOnly = false } = options;
  const isOwn = !('client' in options);
  const client = 'client' in options ? options.client : createClient({ url: options.url, request_timeout: 600_000 });
  const database = openDatabase(client, { name, cluster, isOwn });
  try {
    await prepareStore(database, { readOnly });
    const { judges, versions } = await judgesOfStore(await keptAgreements(database), options);
    const metrics = allMetrics(judges.agreement, options.metrics ?? []);
    return await engineOn(database, { judges, versions, metrics, readOnly });
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

/** What an engine works by. */
interface EngineParts {
  readonly judges: FactJudges;
  readonly versions: StoreVersions;
  readonly metrics: readonly MetricDefinition[];
  readonly readOnly: boolean;
}

async function engineOn(database: Database, { judges, versions, metrics, readOnly }: EngineParts): Promise<Engine> {
  const { agreement } = judges;
  const state = keptState(database);
  const facts = storeFacts(database, { judges, versions, state, readOnly });
  const turn = createTurn();
  /** Whether others have imported is looked up once for a piece of work: a report says one state of the store. */
  const places = lastAnswer(facts.under, (bounds) => JSON.stringify(bounds));
  let isClosed = false;
  let importing: ImportSession | null = null;
  let isBeginning = false;

  /** One piece of work at a time: a report must not see facts that are half made. */
  async function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const done = await turn();
    try {
      if (isClosed) throw new MetricsError('closed');
      places.forget();
      return await work();
    } finally {
      done();
    }
  }

  const reducer = createFactReducer(database, {
    factsUnder: places.of,
    recordedLater: async (bounds) => recordedLater(database, (await state()).registry, bounds),
  });
  const reports = createReports(reducer, {
    ...judges,
    versions: versions.known,
    metrics,
  });

  await facts.ensure();

  return {
    agreement,
    metrics,
    capabilities: { isPersistent: true, answersDuringImport: true },
    status: () =>
      exclusively(async () => {
        const { registry } = await state();
        const hidden = recordedImports(registry, null);
        const [row] = await database.query(
          `SELECT count() AS n FROM ${database.table('quarantine')} FINAL WHERE ${importSql(database, hidden)}`,
        );
        const [leads] = await database.query(`SELECT count() AS n FROM ${facts.kept('leads')} FINAL`);
        const { fromMs, toMs } = spanOf(registry);
        return {
          engine: 'clickhouse',
          events: eventsOf(registry),
          leads: Number(leads?.n),
          quarantined: Number(row?.n),
          firstEventMs: fromMs > toMs ? null : fromMs,
          lastEventMs: fromMs > toMs ? null : toMs,
        };
      }),
    async beginImport(options) {
      if (readOnly) throw new MetricsError('read-only', { path: database.name });
      if (importing !== null || isBeginning) throw new MetricsError('busy');
      isBeginning = true;
      try {
        importing = await exclusively(() =>
          beginClickHouseImport(database, {
            ...options,
            state,
            registered: (told, entry) =>
              exclusively(async () => {
                await facts.refresh(told);
                const { registry, visible } = await state();
                return importOutcome(database, { told, token: entry.token, visible: await visible(), registry });
              }),
            ended: () => {
              importing = null;
            },
          }),
        );
        return importing;
      } finally {
        isBeginning = false;
      }
    },
    imports: () =>
      exclusively(async () =>
        (await state()).registry.imports.map(
          ({ id, recordedMs, undoneMs, files, read, accepted, duplicates, quarantined }) => ({
            ...{ id, recordedMs, undoneMs, files, read, accepted, duplicates, quarantined },
          }),
        ),
      ),
    undoImport: (id, { recordedMs }) =>
      exclusively(async () => {
        if (readOnly) throw new MetricsError('read-only', { path: database.name });
        const { registry } = await state();
        const known = registry.imports.find((entry) => entry.id === id);
        if (known === undefined) throw new MetricsError('unknown-import', { id, known: knownImports(registry) });
        if (known.undoneMs !== null) throw new MetricsError('import-already-undone', { id });
        const later = await importsBuiltUpon(database, registry, known);
        if (later.length > 0) throw new MetricsError('import-built-upon', { id, later });
        const entry: RegistryEntry = { ...known, undoneMs: recordedMs, version: known.version + 1 };
        await registerImport(database, entry);
        await facts.rebuild();
        return { ...(await storeSize(database, registry)), impossibleOrder: 0, unknownLeads: 0 };
      }),
    quarantined: (page) => exclusively(async () => quarantinedRows(database, (await state()).registry, page)),
    run: (plan) => exclusively(() => reports.run(plan)),
    withReducer: (work) => exclusively(() => reports.withReducer(work)),
    leads: (plan, cell, page) => exclusively(() => reports.leads(plan, cell, page)),
    leadFacts: (page) => exclusively(() => reports.leadFacts(page)),
    opportunityFacts: (page) => exclusively(() => reports.opportunityFacts(page)),
    values: (id, limit) => exclusively(() => reports.values(id, limit)),
    events: (subject) =>
      exclusively(async () => {
        const { registry, visible } = await state();
        return storedEvents(database, registry, { subject, visible: await visible() });
      }),
    opportunitiesOf: (lead) =>
      exclusively(async () => linkedOpportunities(database, { lead, visible: await (await state()).visible() })),
    rebuild: () => exclusively(() => facts.rebuild()),
    async close() {
      await importing?.rollback();
      const done = await turn();
      if (!isClosed) {
        isClosed = true;
        await facts.close();
        await database.close();
      }
      done();
    },
  };
}
