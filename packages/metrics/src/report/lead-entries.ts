import type { LeadEntry, LeadPage } from '../engine.ts';
import { nextBucket } from '../plan/calendar.ts';
import type { FactAggregate, FactReducer, LogBounds, Reduction, SubjectQuery } from '../plan/reduction.ts';
import { everyRow } from './row-tests.ts';

/**
 * The same page, whose leads tell of the SLA entries behind the number: of each clause the newest one, when it was due and
 * when it was satisfied. A page behind another number stays as it is.
 * @param queries those that the page was asked by
 */
export async function withEntries(
  reducer: Pick<FactReducer, 'reduce'>,
  page: LeadPage,
  { queries, bounds }: { readonly queries: readonly SubjectQuery[]; readonly bounds: LogBounds },
): Promise<LeadPage> {
  const ofEntries = queries.filter(({ grain, excludedByAgreement }) => grain === 'entries' && !excludedByAgreement);
  if (ofEntries.length === 0 || page.leads.length === 0) return page;
  const leads = page.leads.map(({ lead }) => lead);
  const found = new Map<string, LeadEntry[]>();
  for (const query of ofEntries) {
    for (const { dimensions, values } of await reducer.reduce(ofLeads(query, leads), bounds)) {
      const [lead, clause] = dimensions;
      const [count, startedMs, dueMs, satisfiedMs] = values;
      if (lead == null || clause == null || dueMs == null || (count ?? 0) === 0) continue;
      const entry = {
        clause,
        dueAt: instant(dueMs),
        // An earlier entry of the clause was satisfied before the newest one started.
        satisfiedAt: satisfiedMs == null || satisfiedMs < (startedMs ?? 0) ? null : instant(satisfiedMs),
        entries: count ?? 0,
      };
      found.set(lead, [...(found.get(lead) ?? []), entry]);
    }
  }
  return { ...page, leads: page.leads.map((row) => ({ ...row, entries: inTime(found.get(row.lead) ?? []) })) };
}

const times = ['at_started', 'at_due', 'at_satisfied'] as const;

/** The entries of some leads behind a query, by lead and clause. */
function ofLeads(
  { grain, anchor, where, filters, firstDay, lastDay, calendar, dimensions, address, rows }: SubjectQuery,
  leads: readonly string[],
): Reduction {
  const bucket = address?.bucket ?? null;
  const isCut = bucket !== null && calendar !== null;
  const cell = dimensions.map((column, index) => ({
    column,
    values: [address?.dimensions[index] ?? null],
    negate: false,
  }));
  const latest = times.map((column): FactAggregate => ({ kind: 'latest', column, where: rows }));
  return {
    grain,
    anchor,
    where: where ?? everyRow,
    filters: [...filters, ...(address === null ? [] : cell), { column: 'lead', values: leads, negate: false }],
    firstDay: isCut ? Math.max(bucket, firstDay ?? bucket) : firstDay,
    lastDay: isCut ? Math.min(nextBucket(bucket, calendar.grain) - 1, lastDay ?? Number.POSITIVE_INFINITY) : lastDay,
    calendar: null,
    dimensions: ['lead', 'clause'],
    aggregates: [{ kind: 'count', where: rows }, ...latest],
  };
}

function inTime(entries: readonly LeadEntry[]): readonly LeadEntry[] {
  return entries.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt) || a.clause.localeCompare(b.clause));
}

function instant(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
