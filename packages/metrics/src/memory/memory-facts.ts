import type { Agreement, AgreementHistory, HolidaySource } from '@sameteam/agreement';
import type { FactGrain } from '../facts/schema/fact-schema.ts';
import { type JudgedBy, judgedBy } from '../facts/story/judged-by.ts';
import { type DayOf, dayOf, zoneOffsets } from '../facts/zone-days.ts';
import type { LogBounds } from '../plan/reduction.ts';
import { foldLeads, type LeadFacts } from './fold-leads.ts';
import { foldedTables } from './folded-tables.ts';
import { hasCampaignNames } from './has-campaign-names.ts';
import { refuseUnknownPast } from './import-registry.ts';
import { once } from './memo-list.ts';
import type { MemoryStore } from './memory-store.ts';
import { quickLeads } from './quick-leads.ts';
import type { FactTable } from './reduce/fact-table.ts';
import { type VisibleLog, visibleLog } from './visible-log.ts';

/** Everything derived from the log under bounds. */
export interface BoundedFacts {
  readonly visible: VisibleLog;
  readonly leads: LeadFacts;
  /** Made when first asked for. */
  readonly tableOf: (grain: FactGrain) => FactTable;
}

/** The facts of a store. */
export interface MemoryFacts {
  /**
   * The facts under bounds, kept for the next who asks.
   * @throws MetricsError `known-at-too-early`; `unknown-version`
   */
  under(bounds: LogBounds): BoundedFacts;
  /** Drops what is kept: the log has changed. */
  forget(): void;
}

/** By what facts are judged, see `MemoryEngineOptions`. */
export interface FactJudges {
  readonly agreement: Agreement;
  readonly history: AgreementHistory | null;
  readonly versions: readonly Agreement[];
  readonly holidays: HolidaySource | null;
}

/** Bounds whose facts are kept at once: reports that are asked for together have few. */
const keptBounds = 3;

/** Derives facts from a store when they are asked for. */
export function memoryFacts(store: MemoryStore, judges: FactJudges): MemoryFacts {
  const { agreement, history, versions, holidays } = judges;
  let kept: { readonly key: string; readonly facts: BoundedFacts }[] = [];
  let localDay: DayOf | null = null;

  function dayOfLog(): DayOf {
    const { firstMs, lastMs, length } = store.log;
    const [fromMs, toMs] = length === 0 ? [0, 0] : [firstMs, lastMs];
    localDay ??= dayOf(zoneOffsets(agreement.timeZone, { fromMs, toMs }));
    return localDay;
  }

  function derive(bounds: LogBounds): BoundedFacts {
    const visible = visibleLog(store.log, store.imports, bounds);
    const leads = foldLeads(visible);
    const judging = judgedBy({ agreement, history }, bounds.version, versions);
    const folded = once(() =>
      foldedTables(
        visible,
        { ...judging, holidays },
        { asOfMs: judgedAsOf(store, history, bounds), dayOf: dayOfLog() },
      ),
    );
    const quick = once(() =>
      quickLeads({
        facts: leads,
        subjects: store.log.subjects,
        values: store.log.values,
        isRuled: isRuled(judging),
        hasCampaignNames: () => hasCampaignNames(visible),
        dayOf: dayOfLog(),
        folded: () => folded()('leads'),
      }),
    );
    return { visible, leads, tableOf: (grain) => (grain === 'leads' ? quick() : folded()(grain)) };
  }

  return {
    under(bounds) {
      refuseUnknownPast(store, bounds);
      const key = `${boundsKey(store, bounds)} ${reignAt(history, bounds.asOfMs)}`;
      const known = kept.find((entry) => entry.key === key);
      if (known !== undefined) return known.facts;
      const facts = derive(bounds);
      kept = [{ key, facts }, ...kept].slice(0, keptBounds);
      return facts;
    },
    forget() {
      kept = [];
      localDay = null;
    },
  };
}

/**
 * As-of by which facts are judged: that of all that is known where nothing came after it, neither an event nor another
 * version, so that facts do not depend on when somebody asks.
 */
function judgedAsOf(
  { log }: MemoryStore,
  history: AgreementHistory | null,
  { asOfMs, knownAtMs, version }: LogBounds,
): number {
  const isLast = reignAt(history, asOfMs) === reignAt(history, Number.POSITIVE_INFINITY);
  const isAll = knownAtMs === null && version === null && asOfMs >= log.lastMs && isLast;
  return isAll ? Number.POSITIVE_INFINITY : asOfMs;
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
