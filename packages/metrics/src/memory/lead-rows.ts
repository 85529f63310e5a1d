import { compareUtf8, stages } from '@sameteam/model';
import type { LeadPage, LeadRow } from '../engine.ts';
import { leadFold } from '../facts/lead-fold.ts';
import { leadCursor, parseLeadCursor } from '../plan/lead-cursor.ts';
import type { FactTable } from './fact-table.ts';
import type { LeadFacts } from './fold-leads.ts';
import type { MemoryLog } from './log.ts';

/** The facts of a generation, put together for the way down. */
export interface LeadView {
  readonly log: MemoryLog;
  readonly facts: LeadFacts;
  readonly leads: FactTable;
}

/**
 * A page of leads in the order of their capture, then of their subject.
 * @param positions positions of the leads in the facts, once each
 */
export function leadPage(
  view: LeadView,
  positions: readonly number[],
  page: { readonly after?: string; readonly limit: number },
): LeadPage {
  const captured = view.leads.timeMs(0);
  const nameOf = (row: number) => view.log.subjects.text(view.facts.subject[row] as number) as string;
  const timeOf = (row: number) => (Number.isNaN(captured[row]) ? null : (captured[row] as number));
  const after = page.after === undefined ? null : parseLeadCursor(page.after);
  const ordered = positions
    .map((row) => ({ row, capturedMs: timeOf(row), lead: nameOf(row) }))
    .sort(compareLeads)
    .filter((entry) => after === null || compareLeads(entry, after) > 0);
  const shown = ordered.slice(0, page.limit);
  const last = shown[shown.length - 1];
  return {
    leads: shown.map(({ row }) => leadRow(view, row)),
    total: positions.length,
    next: ordered.length > shown.length && last !== undefined ? leadCursor(last) : null,
  };
}

function compareLeads(
  a: { readonly capturedMs: number | null; readonly lead: string },
  b: { readonly capturedMs: number | null; readonly lead: string },
): number {
  if (a.capturedMs !== b.capturedMs)
    return (a.capturedMs ?? Number.POSITIVE_INFINITY) - (b.capturedMs ?? Number.POSITIVE_INFINITY);
  return compareUtf8(a.lead, b.lead);
}

function leadRow({ log, facts, leads }: LeadView, row: number): LeadRow {
  const capture = (name: string) =>
    log.values.text(facts.capture(leadFold.capture.findIndex((fold) => fold.name === name))[row] as number);
  const textOf = (column: Parameters<FactTable['column']>[0]) => {
    const { codes, dictionary } = leads.column(column);
    return dictionary.text(codes[row] as number);
  };
  const at = (stage: number) => leads.timeMs(stage)[row] as number;
  return {
    lead: log.subjects.text(facts.subject[row] as number) as string,
    source: {
      channel: capture('channel'),
      medium: capture('medium'),
      campaign: capture('campaign'),
      landingPage: capture('landingPage'),
      motion: capture('motion'),
    },
    segment: textOf({ kind: 'segment' }),
    owner: textOf({ kind: 'last', name: 'owner', at: 'current' }),
    readiness: textOf({ kind: 'last', name: 'readiness', at: 'current' }),
    stages: Object.fromEntries(
      stages.map((stage, index) => [stage, Number.isNaN(at(index)) ? null : new Date(at(index)).toISOString()]),
    ),
    implied: stages.filter((_, index) => ((facts.implied[row] as number) & (1 << index)) !== 0),
    impossibleOrder: facts.impossible()[row] === 1,
  };
}
