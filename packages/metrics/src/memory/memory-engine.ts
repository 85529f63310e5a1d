import type { Agreement, AgreementHistory, HolidaySource } from '@sameteam/agreement';
import type { Engine, EngineStatus, ImportOutcome, RegisteredImport } from '../engine.ts';
import { allMetrics } from '../metrics/all-metrics.ts';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { MetricsError } from '../metrics-error.ts';
import type { LogBounds } from '../plan/reduction.ts';
import { createReports } from '../report/create-reports.ts';
import { importOutcome } from './import-outcome.ts';
import { importsBuiltUpon, knownImports, quarantinedCount, quarantinedRows } from './import-registry.ts';
import { linkedOpportunities } from './linked-opportunities.ts';
import { type BoundedFacts, memoryFacts } from './memory-facts.ts';
import { beginMemoryImport } from './memory-import.ts';
import { emptyStore } from './memory-store.ts';
import { recordedLater } from './recorded-later.ts';
import { createMemoryReducer } from './reduce/memory-reducer.ts';
import { storedEvents } from './stored-events.ts';

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
  const store = emptyStore();
  const metrics = allMetrics(agreement, own);
  const facts = memoryFacts(store, { agreement, history: history ?? null, versions, holidays: holidays ?? null });
  let isClosed = false;

  function refuseClosed(): void {
    if (isClosed) throw new MetricsError('closed');
  }

  function factsUnder(bounds: LogBounds): BoundedFacts {
    refuseClosed();
    return facts.under(bounds);
  }

  const current: LogBounds = { asOfMs: Number.POSITIVE_INFINITY, knownAtMs: null, version: null };

  function outcome(events: { readonly from: number; readonly to: number }): ImportOutcome {
    const { visible, leads } = factsUnder(current);
    return importOutcome(visible, leads, events);
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
        leads: factsUnder(current).leads.count,
        quarantined: quarantinedCount(store),
        firstEventMs: store.log.length === 0 ? null : firstMs,
        lastEventMs: store.log.length === 0 ? null : lastMs,
      };
    },
    async beginImport(options) {
      refuseClosed();
      return beginMemoryImport(store, { ...options, changed: facts.forget, outcome });
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
      store.records.forget(id);
      facts.forget();
      return outcome({ from: 0, to: 0 });
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
      facts.forget();
    },
    async close() {
      isClosed = true;
      facts.forget();
    },
  };
}
