import type { Agreement } from '@sameteam/agreement';
import { compareUtf8, type DimensionId } from '@sameteam/model';
import type { Engine, EngineStatus, ImportOutcome, RegisteredImport } from '../engine.ts';
import { leadRuling } from '../facts/lead-ruling.ts';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import { MetricsError } from '../metrics-error.ts';
import { currentColumn, dimension } from '../plan/dimensions.ts';
import { leadQueries } from '../plan/lead-query.ts';
import type { LeadQuery, LogBounds } from '../plan/query.ts';
import { runPlan } from '../plan/run-plan.ts';
import { compilePredicate } from './compile-predicate.ts';
import { type FactTable, leadTable, opportunityTable } from './fact-table.ts';
import { foldLeads, type LeadFacts } from './fold-leads.ts';
import { foldOpportunities, type OpportunityFacts } from './fold-opportunities.ts';
import { groupRows } from './group-rows.ts';
import { IdentityIndex } from './identity-index.ts';
import {
  compareNullable,
  importsBuiltUpon,
  knownImports,
  quarantinedCount,
  quarantinedRows,
  refuseUnknownPast,
} from './import-registry.ts';
import { leadPage } from './lead-rows.ts';
import { linkedOpportunities } from './linked-opportunities.ts';
import { MemoryLog } from './log.ts';
import { once } from './memo-list.ts';
import { beginMemoryImport, type MemoryStore } from './memory-import.ts';
import { opportunityPage } from './opportunity-rows.ts';
import { reduceFacts, sumAmounts, waitingDays } from './reduce-facts.ts';
import { storedEvents } from './stored-events.ts';
import { visibleLog } from './visible-log.ts';

/** Everything derived from the log under bounds. */
interface Facts {
  readonly key: string;
  readonly facts: LeadFacts;
  readonly opportunities: ReadonlyMap<number, OpportunityFacts>;
  readonly leads: FactTable;
  /** Made when first asked for. */
  readonly deals: () => FactTable;
  readonly roots: ReadonlyMap<number, number>;
}

/**
 * An engine that keeps everything in memory, in a page or a test.
 * @param options.agreement the agreement that binds
 * @example const engine = createMemoryEngine({ agreement: defaultAgreement });
 */
export function createMemoryEngine({ agreement }: { readonly agreement: Agreement }): Engine {
  const store: MemoryStore = emptyStore();
  const ruling = leadRuling(agreement);
  const cache: Facts[] = [];
  let localDay: ((timeMs: number) => number) | null = null;
  let isClosed = false;

  function refuseClosed(): void {
    if (isClosed) throw new MetricsError('closed');
  }

  function factsUnder(bounds: LogBounds): Facts {
    refuseClosed();
    refuseUnknownPast(store, bounds);
    const key = boundsKey(store, bounds);
    const known = cache.find((entry) => entry.key === key);
    if (known !== undefined) return known;
    const visible = visibleLog(store.log, store.imports, bounds);
    const opportunities = foldOpportunities(visible);
    const facts = foldLeads(visible, opportunities);
    const day = dayOfLog();
    const leads = leadTable(facts, store.log, ruling, day);
    const compareSubjects = (a: number, b: number) =>
      compareUtf8(store.log.subjects.text(a) as string, store.log.subjects.text(b) as string);
    const deals = once(() => opportunityTable(opportunities, facts, leads, store.log, day, compareSubjects));
    const made: Facts = { key, facts, opportunities, leads, deals, roots: visible.roots };
    cache.unshift(made);
    cache.length = Math.min(cache.length, 3);
    return made;
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

  const current: LogBounds = { asOfMs: Number.POSITIVE_INFINITY, knownAtMs: null };

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

  const tableOf = (grain: 'leads' | 'opportunities', bounds: LogBounds) =>
    grain === 'leads' ? factsUnder(bounds).leads : factsUnder(bounds).deals();

  return {
    agreement,
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
    async run(plan) {
      return runPlan(
        {
          reduce: async (query, bounds) => reduceFacts(tableOf(query.grain, bounds), query),
          amounts: async (query, home, bounds) => sumAmounts(tableOf(query.grain, bounds), query, home),
          waiting: async (query, conversion, bounds) =>
            waitingDays(tableOf(query.grain, bounds), query, conversion, bounds.asOfMs),
        },
        plan,
        { agreement, dayOf: dayOf(zoneOffsets(agreement.timeZone, { fromMs: plan.asOfMs, toMs: plan.asOfMs })) },
      );
    },
    async leads(plan, cell, page) {
      const bounds = { asOfMs: plan.asOfMs, knownAtMs: plan.knownAtMs };
      const queries = leadQueries(plan, cell, agreement);
      const { facts, leads } = factsUnder(bounds);
      const positions = new Set<number>();
      for (const query of queries)
        for (const row of matchingLeads(tableOf(query.grain, bounds), query)) positions.add(row);
      return leadPage({ log: store.log, facts, leads }, [...positions], page);
    },
    async leadFacts(page) {
      const { facts, leads } = factsUnder(current);
      return leadPage(
        { log: store.log, facts, leads },
        Array.from({ length: facts.count }, (_, row) => row),
        page,
      );
    },
    async opportunityFacts(page) {
      const { facts, opportunities, deals } = factsUnder(current);
      return opportunityPage({ log: store.log, facts, opportunities, deals: deals() }, page);
    },
    async events(subject) {
      refuseClosed();
      return storedEvents(store, subject);
    },
    async opportunitiesOf(lead) {
      refuseClosed();
      return linkedOpportunities(store, lead);
    },
    async values(id: DimensionId, limit) {
      const found = dimension(id);
      if (found?.kind !== 'fact') return [];
      const { leads } = factsUnder(current);
      const { codes, dictionary } = leads.column(currentColumn(found));
      const counts = new Map<number, number>();
      for (let row = 0; row < leads.count; row++) {
        if (leads.excluded[row] === 0) counts.set(codes[row] as number, (counts.get(codes[row] as number) ?? 0) + 1);
      }
      return [...counts]
        .map(([code, count]) => ({ value: dictionary.text(code), leads: count }))
        .sort((a, b) => b.leads - a.leads || compareNullable(a.value, b.value))
        .slice(0, limit);
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

/** Bounds under which the same events count are the same: as-of is cut to what the log holds. */
function boundsKey(store: MemoryStore, { asOfMs, knownAtMs }: LogBounds): string {
  if (asOfMs >= store.log.lastMs) return `${store.log.lastMs} ${knownAtMs}`;
  const time = store.log.timeMs.view();
  let last = Number.NEGATIVE_INFINITY;
  for (let event = 0; event < time.length; event++) {
    const at = time[event] as number;
    if (at <= asOfMs && at > last) last = at;
  }
  return `${last} ${knownAtMs}`;
}

function matchingLeads(table: FactTable, query: LeadQuery): readonly number[] {
  const { group, addresses } = groupRows(table, query);
  const wanted = addresses.findIndex(
    ({ dimensions, bucket }) =>
      bucket === query.bucket && dimensions.every((value, index) => value === (query.values[index] ?? null)),
  );
  const test = compilePredicate(query.where, table);
  const found: number[] = [];
  for (let row = 0; row < group.length; row++) {
    const lead = table.lead[row] as number;
    if (group[row] !== wanted || wanted === -1 || lead === -1) continue;
    if ((table.excluded[row] === 1) === query.excludedByAgreement && test(row)) found.push(lead);
  }
  return found;
}
