import { stages } from '@sameteam/model';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { LeadStretch } from './lead-cycles.ts';
import { timeOfKey } from './lead-stages.ts';

type CycleRow = { -readonly [C in keyof FactRowOf<'cycles'>]: FactRowOf<'cycles'>[C] };

const salStage = stages.indexOf('sal');
const never = Number.POSITIVE_INFINITY;

/**
 * A hand-off that came to an SQL, an opportunity or a win before it was sent back was accepted by then (rule 19); an
 * acceptance that was written down afterwards is a later one. What a correction of the acceptance takes back implies none.
 */
export function implyAcceptance(row: CycleRow, { stages: { corrections } }: Pick<LeadStretch, 'stages'>): void {
  const sinceMs = Math.min(row.at_sql ?? never, row.at_opportunity ?? never, row.at_won ?? never);
  if (sinceMs === never || (row.at_accepted !== null && row.at_accepted <= sinceMs)) return;
  if (corrections !== null && sinceMs <= timeOfKey(corrections[salStage] as number)) return;
  const sentBackMs = row.decision === 'accepted' ? null : row.at_decided;
  // At one instant an SQL comes before what sends it back, and that before what is said of an opportunity.
  if (sentBackMs !== null && (sinceMs === row.at_sql ? sentBackMs < sinceMs : sentBackMs <= sinceMs)) return;
  row.at_accepted = row.at_decided = sinceMs;
  row.decision = 'accepted';
  row.implied = (row.implied ?? 0) | (1 << salStage);
}

/** Whether a cycle was decided by an acceptance that is implied. */
export function isDecisionImplied({ implied, decision }: Pick<CycleRow, 'implied' | 'decision'>): boolean {
  return decision === 'accepted' && ((implied ?? 0) & (1 << salStage)) !== 0;
}
