import { type ClickHouseClient, createClient } from '@clickhouse/client';
import { type Agreement, type AgreementHistory, defaultAgreement, type HolidaySource } from '@sameteam/agreement';
import type { Engine, ImportSession } from '../engine.ts';
import type { FactGrain } from '../facts/schema/fact-schema.ts';
import { judgedBy } from '../facts/story/judged-by.ts';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import { allMetrics } from '../metrics/all-metrics.ts';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { MetricsError } from '../metrics-error.ts';
import type { LogBounds } from '../plan/reduction.ts';
import { createReports } from '../report/create-reports.ts';
import { type FactJudges, factsSignature, judgingAgreements } from '../store/fact-judges.ts';
import { createTurn } from '../store/turn.ts';
import { beginClickHouseImport } from './clickhouse-import.ts';
import { type Database, openDatabase } from './connection.ts';
import { createFactReducer, type FactPlace } from './fact-reducer.ts';
import { type BoundedTables, boundedTables } from './fact-tables.ts';
import { importOutcome, storeSize } from './import-outcome.ts';
import {
  importsBuiltUpon,
  type Registry,
  type RegistryEntry,
  refuseUnknownPast,
  registerImport,
} from './import-registry.ts';
import { keepAgreement, keptAgreement } from './kept-agreement.ts';
import { linkedOpportunities } from './linked-opportunities.ts';
import { type FactMaking, makeFacts } from './make-facts.ts';
import { prepareStore } from './prepare-store.ts';
import { quarantinedRows } from './quarantined-rows.ts';
import { refreshFacts } from './refresh-facts.ts';
import { instant } from './row-test-sql.ts';
import { factTable } from './schema.ts';
import { integer } from './sql-text.ts';
import { readMeta, writeMeta } from './store-meta.ts';
import { keptState } from './store-state.ts';
import { storedEvents } from './stored-events.ts';
import { importSql, recordedImports, type VisibleEvents, visibleEvents } from './visible-events.ts';

/** How a database is opened: by its address, or through a client that the caller has made and closes. */
export type ClickHouseEngineOptions = ({ readonly url: string } | { readonly client: ClickHouseClient }) & {
  /** Its own database, made where there is none. */
  readonly database: string;
  /** The agreement that binds; the one that was kept with the last import where none is named, else the default one. */
  readonly agreement?: Agreement | undefined;
  /** Which version of it bound when; none where nobody has looked at signatures. */
  readonly history?: AgreementHistory | undefined;
  /** Public holidays of its calendars. */
  readonly holidays?: HolidaySource | undefined;
  /** Name of a cluster in the server's configuration, to make a new store as sharded and replicated tables on it. */
  readonly cluster?: string | null;
  /** Own metrics, beside those that come with Sameteam. */
  readonly metrics?: readonly MetricDefinition[];
  /** Nothing can be imported then. */
  readonly readOnly?: boolean;
};

/** Facts under bounds other than everything. */
interface BoundedFacts {
  readonly key: string;
  readonly tables: BoundedTables;
}

/** Most sets of bounded facts that are kept. */
const keptBounds = 3;

/** Local days are those of the zone's whole history: they must not depend on which events came first. */
const firstMs = Date.UTC(1, 0, 1) - 1901 * 365.25 * 86_400_000;

/** Format of facts: those of another one are made anew. */
const factsFormat = 1;

/**
 * Opens the engine on ClickHouse. Facts are kept and refreshed for what an import touches; facts of another agreement are
 * made anew. One process imports at a time: a second one that commits meanwhile is refused as `busy`.
 * @throws MetricsError `not-a-database`, `no-database`, `newer-database`, `older-database`
 * @example const open = () => openClickHouseEngine({ url: 'http://localhost:8123', database: 'sameteam' });
 */
export async function openClickHouseEngine(options: ClickHouseEngineOptions): Promise<Engine> {
  const { database: name, cluster = null, readOnly = false } = options;
  const isOwn = !('client' in options);
  const client = 'client' in options ? options.client : createClient({ url: options.url, request_timeout: 600_000 });
  const database = openDatabase(client, { name, cluster, isOwn });
  try {
    await prepareStore(database, { readOnly });
    const agreement = options.agreement ?? (await keptAgreement(database)) ?? defaultAgreement;
    const judges = { agreement, history: options.history ?? null, holidays: options.holidays ?? null };
    return await engineOn(database, { judges, metrics: allMetrics(agreement, options.metrics ?? []), readOnly });
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

async function engineOn(
  database: Database,
  {
    judges,
    metrics,
    readOnly,
  }: {
    readonly judges: FactJudges;
    readonly metrics: readonly MetricDefinition[];
    readonly readOnly: boolean;
  },
): Promise<Engine> {
  const { agreement } = judges;
  const signature = factsSignature(judges);
  const hasExclusions = judgingAgreements(judges).some(({ exclusions = [] }) => exclusions.length > 0);
  const localDay = dayOf(zoneOffsets(agreement.timeZone, { fromMs: firstMs, toMs: Number.POSITIVE_INFINITY }));
  const state = keptState(database);
  const turn = createTurn();
  const bounded: BoundedFacts[] = [];
  let isClosed = false;
  let importing: ImportSession | null = null;
  let isBeginning = false;
  /** Tables of its own, where the kept ones are by another agreement and must not be changed. */
  let own: BoundedTables | null = null;
  let ownVersion = 0;
  const keptTable = (grain: FactGrain) => own?.name(grain) ?? factTable(grain);

  /** One piece of work at a time: a report must not see facts that are half made. */
  async function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const done = await turn();
    try {
      if (isClosed) throw new MetricsError('closed');
      return await work();
    } finally {
      done();
    }
  }

  function factsMark({ stamp }: Registry): string {
    return `${factsFormat} ${signature} ${stamp}`;
  }

  /** A version of facts that is later than all before it. */
  async function nextVersion(): Promise<number> {
    const version = Number((await readMeta(database)).get('facts_version') ?? 0) + 1;
    await writeMeta(database, { facts_version: String(version) }, version);
    return version;
  }

  /** How facts are made of what is known by bounds; of everything for `null`. */
  function making(
    visible: VisibleEvents,
    bounds: LogBounds | null,
    to: Pick<FactMaking, 'table' | 'version'>,
  ): FactMaking {
    const by = judgedBy(judges, bounds?.version ?? null);
    const rules = { ...by, holidays: judges.holidays, asOfMs: bounds?.asOfMs ?? Number.POSITIVE_INFINITY };
    const rootOf = (subject: string) => visible.roots.get(subject) ?? subject;
    return { ...to, visible, rules: { ...rules, rootOf }, dayOf: localDay };
  }

  /** Makes all kept facts, and says by what they were made. */
  async function makeKept(): Promise<void> {
    const { registry, visible } = await state();
    if (readOnly) {
      own ??= await boundedTables(database);
      ownVersion += 1;
      await makeFacts(database, making(await visible(), null, { table: own.name, version: ownVersion }));
      return;
    }
    const version = await nextVersion();
    await makeFacts(database, making(await visible(), null, { table: factTable, version }));
    await writeMeta(database, { facts: factsMark(registry) }, version);
  }

  async function ensureKept(): Promise<void> {
    const { registry } = await state();
    const mark = (await readMeta(database)).get('facts');
    if (mark === factsMark(registry)) return;
    if (mark === undefined && registry.imports.length === 0) return;
    await makeKept();
  }

  async function forget(): Promise<void> {
    for (const { tables } of bounded.splice(0)) await tables.drop();
  }

  const isLastReign = (asOfMs: number) => reignAt(judges, asOfMs) === reignAt(judges, Number.POSITIVE_INFINITY);

  const kept: FactPlace = { table: (grain) => database.table(keptTable(grain)), hasExclusions };

  async function factsUnder(bounds: LogBounds): Promise<FactPlace> {
    const { registry } = await state();
    refuseUnknownPast(registry, bounds);
    const { fromMs, toMs } = spanOf(registry);
    const isEmpty = fromMs > toMs;
    if (
      bounds.knownAtMs === null &&
      bounds.version === null &&
      (isEmpty || (bounds.asOfMs >= toMs && isLastReign(bounds.asOfMs)))
    )
      return kept;
    const [row] = await database.query(
      `SELECT toString(max(time)) AS last FROM ${database.table('events')} WHERE time <= ${integer(instant(bounds.asOfMs))}`,
    );
    const key = `${String(row?.last)} ${bounds.knownAtMs} ${bounds.version} ${reignAt(judges, bounds.asOfMs)} ${registry.stamp}`;
    let known = bounded.find((entry) => entry.key === key);
    if (known === undefined) {
      const tables = await boundedTables(database);
      known = { key, tables };
      bounded.unshift(known);
      const visible = await visibleEvents(database, registry, bounds);
      await makeFacts(database, making(visible, bounds, { table: tables.name, version: 1 }));
      for (const { tables: old } of bounded.splice(keptBounds)) await old.drop();
    }
    const { name } = known.tables;
    return { table: (grain) => database.table(name(grain)), hasExclusions };
  }

  /** Events that had happened by as-of and were recorded after it. */
  async function recordedLater({ asOfMs, knownAtMs }: LogBounds): Promise<number> {
    const { registry } = await state();
    const later = recordedImports(registry, knownAtMs).filter(({ recordedMs }) => recordedMs > asOfMs);
    // Where nothing had been recorded by then, there was no number that could be restated.
    if (later.length === 0 || !registry.imports.some(({ recordedMs }) => recordedMs <= asOfMs)) return 0;
    const [row] = await database.query(
      `SELECT count() AS n FROM ${database.table('events')} FINAL WHERE time <= ${integer(instant(asOfMs))} AND ${importSql(database, later)}`,
    );
    return Number(row?.n);
  }

  const reports = createReports(createFactReducer(database, { factsUnder, recordedLater }), {
    ...judges,
    versions: [],
    metrics,
  });

  await ensureKept();

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
        const [leads] = await database.query(`SELECT count() AS n FROM ${kept.table('leads')} FINAL`);
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
                await forget();
                const { registry, visible } = await state();
                const version = await nextVersion();
                await refreshFacts(database, told, making(await visible(), null, { table: factTable, version }));
                await keepAgreement(database, agreement, version);
                await writeMeta(database, { facts: factsMark(registry) }, version);
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
        await forget();
        await makeKept();
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
    rebuild: () =>
      exclusively(async () => {
        await forget();
        await makeKept();
      }),
    async close() {
      await importing?.rollback();
      const done = await turn();
      if (!isClosed) {
        isClosed = true;
        await forget();
        await own?.drop();
        await database.close();
      }
      done();
    },
  };
}

function eventsOf({ imports }: Registry): number {
  return imports.reduce((sum, { events }) => sum + events, 0);
}

/** From the first event to the last, UTC milliseconds; the wrong way round for an empty log. */
function spanOf({ imports }: Registry): { readonly fromMs: number; readonly toMs: number } {
  let [fromMs, toMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { firstMs, lastMs } of imports) {
    if (firstMs !== null && firstMs < fromMs) fromMs = firstMs;
    if (lastMs !== null && lastMs > toMs) toMs = lastMs;
  }
  return { fromMs, toMs };
}

/** How many versions have begun or ended by an instant: between two such instants the same ones judge. */
function reignAt({ history }: FactJudges, atMs: number): number {
  const turns = history?.periods.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs ?? fromMs]) ?? [];
  return turns.filter((turnMs) => turnMs <= atMs).length;
}

/** The imports that there are, in words. */
function knownImports({ imports }: Registry): string {
  return imports.length === 0 ? 'Nothing has been imported.' : `Imports are ${imports.map(({ id }) => id).join(', ')}.`;
}
