import type { Agreement, AgreementHistory, HolidaySource } from '@sameteam/agreement';
import type { Engine, EngineStatus, ImportOutcome, RegisteredImport } from '../engine.ts';
import type { FactGrain } from '../facts/schema/fact-schema.ts';
import { type JudgedBy, judgedBy } from '../facts/story/judged-by.ts';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import { allMetrics } from '../metrics/all-metrics.ts';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { MetricsError } from '../metrics-error.ts';
import type { LogBounds } from '../plan/reduction.ts';
import { createReports } from '../report/create-reports.ts';
import { foldLeads, type LeadFacts } from './fold-leads.ts';
import { foldOpportunities, type OpportunityFacts } from './fold-opportunities.ts';
import { foldedTables } from './folded-tables.ts';
import { hasCampaignNames } from './has-campaign-names.ts';
import { IdentityIndex } from './identity-index.ts';
import {
  importsBuiltUpon,
  knownImports,
  quarantinedCount,
  quarantinedRows,
  refuseUnknownPast,
} from './import-registry.ts';
import { linkedOpportunities } from './linked-opportunities.ts';
import { MemoryLog } from './log.ts';
import { once } from './memo-list.ts';
import { beginMemoryImport, type MemoryStore } from './memory-import.ts';
import { quickLeads } from './quick-leads.ts';
import { recordedLater } from './recorded-later.ts';
import type { FactTable } from './reduce/fact-table.ts';
import { createMemoryReducer } from './reduce/memory-reducer.ts';
import { storedEvents } from './stored-events.ts';
import { visibleLog } from './visible-log.ts';

/** Everything derived from the log under bounds. */
interface Facts {
  readonly key: string;
  readonly facts: LeadFacts;
  readonly opportunities: ReadonlyMap<number, OpportunityFacts>;
  /** Made when first asked for. */
  readonly tableOf: (grain: FactGrain) => FactTable;
  readonly roots: ReadonlyMap<number, number>;
}

/** How an engine in memory is made. */
export interface MemoryEngineOptions {
  /** The agreement that binds. */
  readonly agreement: Agreement;
  /** Which version bound when; without it nothing is binding, and the agreement judges everything. */
  readonly history?: AgreementHistory;
  /** Versions that can be asked for beside the agreement and those of the history. */
  readonly versions?: readonly Agreement[];
  /** Public holidays of calendars, see `@sameteam/agreement/holidays`; without it only those that were signed. */
  readonly holidays?: HolidaySource;
  /** Own metrics, beside those of the agreement. */
  readonly metrics?: readonly MetricDefinition[];
}

/**
 * An engine that keeps everything in memory, in a page or a test.
 * @example const engine = createMemoryEngine({ agreement: defaultAgreement });
 */
export function createMemoryEngine({
  agreement,
  history,
  versions = [],
  holidays,
  metrics: own = [],
}: MemoryEngineOptions): Engine {
  const store: MemoryStore = emptyStore();
  const metrics = allMetrics(agreement, own);
  const cache: Facts[] = [];
  let localDay: ((timeMs: number) => number) | null = null;
  let isClosed = false;

  function refuseClosed(): void {
    if (isClosed) throw new MetricsError('closed');
  }

  function factsUnder(bounds: LogBounds): Facts {
    refuseClosed();
    refuseUnknownPast(store, bounds);
    const key = `${boundsKey(store, bounds)} ${reignAt(history ?? null, bounds.asOfMs)}`;
    const known = cache.find((entry) => entry.key === key);
    if (known !== undefined) return known;
    const visible = visibleLog(store.log, store.imports, bounds);
    const opportunities = foldOpportunities(visible);
    const facts = foldLeads(visible, opportunities);
    const judging = judgedBy({ agreement, history: history ?? null }, bounds.version, versions);
    const tables = once(() =>
      foldedTables(
        visible,
        { ...judging, holidays: holidays ?? null },
        { asOfMs: judgedAsOf(bounds), dayOf: dayOfLog() },
      ),
    );
    const leads = once(() =>
      quickLeads({
        facts,
        subjects: store.log.subjects,
        values: store.log.values,
        isRuled: isRuled(judging),
        hasCampaignNames: () => hasCampaignNames(visible),
        dayOf: dayOfLog(),
        folded: () => tables()('leads'),
      }),
    );
    const tableOf = (grain: FactGrain) => (grain === 'leads' ? leads() : tables()(grain));
    const made: Facts = { key, facts, opportunities, tableOf, roots: visible.roots };
    cache.unshift(made);
    cache.length = Math.min(cache.length, 3);
    return made;
  }

  /**
   * As-of by which facts are judged: that of all that is known where nothing came after it, neither an event nor another
   * version, so that facts do not depend on when somebody asks.
   */
  function judgedAsOf({ asOfMs, knownAtMs, version }: LogBounds): number {
    const known = history ?? null;
    const isLast = reignAt(known, asOfMs) === reignAt(known, Number.POSITIVE_INFINITY);
    const isAll = knownAtMs === null && version === null && asOfMs >= store.log.lastMs && isLast;
    return isAll ? Number.POSITIVE_INFINITY : asOfMs;
  }

  function dayOfLog(): (timeMs: number) => number {
    if (localDay !== null) return localDay;
    const { firstMs, lastMs } = store.log;
    const [fromMs, toMs] = store.log.length === 0 ? [0, 0] : [firstMs, lastMs];
    localDay = dayOf(zoneOffsets(agreement.timeZone, { fromMs, toMs }));
    return localDay;
  }

  function changed(): void {
    cache.length = 0;
    localDay = null;
  }

  const current: LogBounds = { asOfMs: Number.POSITIVE_INFINITY, knownAtMs: null, version: null };

  /** What is odd among the leads and opportunities that events of an import are about. */
  function outcome(told: {
    readonly leads: ReadonlyMap<number, number>;
    readonly opportunities: ReadonlyMap<number, number>;
  }): ImportOutcome {
    const { facts, opportunities, roots } = factsUnder(current);
    const { mask } = visibleLog(store.log, store.imports, current);
    const counting = (of: ReadonlyMap<number, number>) =>
      [...of].flatMap(([event, subject]) => (mask === null || mask[event] === 1 ? [subject] : []));
    const rootOf = (record: number) => roots.get(record) ?? record;
    const leads = new Set(counting(told.leads).map(rootOf));
    let unknownLeads = 0;
    for (const subject of new Set(counting(told.opportunities).map(rootOf))) {
      const named = [...(opportunities.get(subject)?.leads ?? [])];
      for (const lead of named) leads.add(lead);
      if (named.some((lead) => (facts.position[lead] ?? -1) === -1)) unknownLeads++;
    }
    const rows = [...leads].map((lead) => facts.position[lead] ?? -1).filter((row) => row !== -1);
    const impossible = facts.impossible();
    const impossibleOrder = rows.filter((row) => impossible[row] === 1).length;
    return { events: store.log.length, leads: facts.count, impossibleOrder, unknownLeads };
  }

  const reducer = createMemoryReducer({
    tableOf: (grain, bounds) => factsUnder(bounds).tableOf(grain),
    recordedLater: (bounds) => recordedLater(store, bounds),
  });

  return {
    agreement,
    metrics,
    ...createReports(reducer, { agreement, history: history ?? null, versions, metrics }),
    capabilities: { isPersistent: false, answersDuringImport: true },
    async status(): Promise<EngineStatus> {
      const { firstMs, lastMs } = store.log;
      return {
        engine: 'memory',
        events: store.log.length,
        leads: factsUnder(current).facts.count,
        quarantined: quarantinedCount(store),
        firstEventMs: store.log.length === 0 ? null : firstMs,
        lastEventMs: store.log.length === 0 ? null : lastMs,
      };
    },
    async beginImport(options) {
      refuseClosed();
      return beginMemoryImport(store, { ...options, changed, outcome });
    },
    async imports(): Promise<readonly RegisteredImport[]> {
      refuseClosed();
      return store.imports.map(({ id, recordedMs, undoneMs, summary }) => ({ id, recordedMs, undoneMs, ...summary }));
    },
    async undoImport(id, { recordedMs }) {
      refuseClosed();
      const known = store.imports.find((entry) => entry.id === id);
      if (known === undefined) throw new MetricsError('unknown-import', { id, known: knownImports(store) });
      if (known.undoneMs !== null) throw new MetricsError('import-already-undone', { id });
      const later = importsBuiltUpon(store, id);
      if (later.length > 0) throw new MetricsError('import-built-upon', { id, later });
      known.undoneMs = recordedMs;
      store.records = store.records.filter((record) => record.import !== id);
      changed();
      return outcome({ leads: new Map(), opportunities: new Map() });
    },
    async quarantined({ after = 0, limit, import: only }) {
      refuseClosed();
      return quarantinedRows(store, only).slice(after, after + limit);
    },
    async events(subject) {
      refuseClosed();
      return storedEvents(store, subject);
    },
    async opportunitiesOf(lead) {
      refuseClosed();
      return linkedOpportunities(store, lead);
    },
    async rebuild() {
      refuseClosed();
      changed();
    },
    async close() {
      isClosed = true;
      changed();
    },
  };
}

function emptyStore(): MemoryStore {
  const log = new MemoryLog();
  return {
    log,
    imports: [],
    attributes: new Map(),
    personal: new Map(),
    identities: new IdentityIndex({ sourceAt: (event) => log.source.at(event), idAt: (event) => log.id.text(event) }),
    quarantine: [],
    reliances: [],
    records: [],
    open: false,
  };
}

/** Whether any agreement that may judge sorts leads into segments, or takes some out. */
function isRuled({ agreement, history }: JudgedBy): boolean {
  const judging = [agreement, ...(history?.periods ?? []).map((period) => period.agreement)];
  return judging.some(({ segments, exclusions }) => segments.length + exclusions.length > 0);
}

/** How many versions have begun or ended by an instant: between two such instants the same ones judge. */
function reignAt(history: AgreementHistory | null, atMs: number): number {
  const turns = (history?.periods ?? []).flatMap(({ fromMs, untilMs }) =>
    untilMs === null ? [fromMs] : [fromMs, untilMs],
  );
  return turns.filter((turn) => turn <= atMs).length;
}

/** Bounds under which the same events count are the same: as-of is cut to what the log holds. */
function boundsKey(store: MemoryStore, { asOfMs, knownAtMs, version }: LogBounds): string {
  if (asOfMs >= store.log.lastMs) return `${store.log.lastMs} ${knownAtMs} ${version}`;
  const time = store.log.timeMs.view();
  let last = Number.NEGATIVE_INFINITY;
  for (let event = 0; event < time.length; event++) {
    const at = time[event] as number;
    if (at <= asOfMs && at > last) last = at;
  }
  return `${last} ${knownAtMs} ${version}`;
}
