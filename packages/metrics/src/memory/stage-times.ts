import { eventRank, type StageId, stages } from '@sameteam/model';
import { keyScale, leadFold, stageCount } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import { foldOpportunities } from './fold-opportunities.ts';
import type { LeadRows } from './lead-rows.ts';
import type { VisibleLog } from './visible-log.ts';

/** When leads attained the stages. */
export interface StageTimes {
  /** By stage: UTC milliseconds of the event that attained it, implied by a later one where it was skipped; NaN where it was not. */
  readonly times: readonly Float64Array[];
  /** By lead: a bit for each stage that is implied. */
  readonly implied: Uint8Array;
}

/** By lead with corrections: for each stage the order key of the last correction that takes it back. */
type Corrections = ReadonlyMap<number, Float64Array>;

const stageRanks = leadFold.stages.map(({ event }) => eventRank(event));
const opportunityStage = stages.indexOf('opportunity');
const wonStage = stages.indexOf('won');

/** Folds the stages of leads. O(leads + events that attain a stage + links to opportunities). */
export function stageTimes(visible: VisibleLog, rows: LeadRows): StageTimes {
  const corrections = lastCorrections(visible, rows);
  const times = leadFold.stages.map(({ of }, stage) => {
    const column = new Float64Array(rows.count).fill(Number.NaN);
    if (of === 'lead') attainOwn(column, stage, { visible, rows, corrections });
    return column;
  });
  attainLinked(times, { visible, rows, corrections });
  const implied = new Uint8Array(rows.count);
  for (let stage = stageCount - 2; stage >= 0; stage--)
    implySkipped(times[stage] as Float64Array, times[stage + 1] as Float64Array, { implied, bit: 1 << stage });
  return { times, implied };
}

interface Leads {
  readonly visible: VisibleLog;
  readonly rows: LeadRows;
  readonly corrections: Corrections;
}

function lastCorrections({ log, mask }: VisibleLog, { position }: LeadRows): Corrections {
  const type = log.type.view();
  const time = log.timeMs.view();
  const corrections = new Map<number, Float64Array>();
  for (const { event, data } of log.rulings) {
    if (type[event] !== foldRanks.reset || data.kind !== 'correction' || mask?.[event] === 0) continue;
    const row = position[log.subject.at(event)] as number;
    const key = (time[event] as number) * keyScale + foldRanks.reset;
    const last = corrections.get(row) ?? new Float64Array(stageCount).fill(Number.NEGATIVE_INFINITY);
    for (let stage = stages.indexOf(data.to as StageId) + 1; stage < stageCount; stage++)
      last[stage] = Math.max(last[stage] as number, key);
    corrections.set(row, last);
  }
  return corrections;
}

/** Whether a correction takes a stage back that was attained at an instant. */
function isTakenBack(corrections: Corrections, row: number, stage: number, at: number): boolean {
  if (corrections.size === 0) return false;
  const last = corrections.get(row);
  return last !== undefined && at * keyScale + (stageRanks[stage] as number) <= (last[stage] as number);
}

/** Attains a stage by events of the leads themselves. */
function attainOwn(column: Float64Array, stage: number, { visible, rows, corrections }: Leads): void {
  const { log, mask } = visible;
  const { position } = rows;
  const time = log.timeMs.view();
  const subject = log.subject.view();
  const events = log.read.of(stageRanks[stage] as number);
  for (let place = 0; place < events.length; place++) {
    const event = events[place] as number;
    if (mask !== null && mask[event] === 0) continue;
    const row = position[subject[event] as number] as number;
    const at = time[event] as number;
    // Written so that it is also true for the NaN of a stage that has not been attained.
    if (!((column[row] as number) <= at) && !isTakenBack(corrections, row, stage, at)) column[row] = at;
  }
}

/** Attains stages by events of opportunities that leads are linked to. */
function attainLinked(times: readonly Float64Array[], { visible, rows, corrections }: Leads): void {
  const { log, mask } = visible;
  const { event, opportunity, lead } = log.links.columns();
  if (event.length === 0) return;
  const { place, opened, won } = foldOpportunities(visible);
  const openedTimes = times[opportunityStage] as Float64Array;
  const wonTimes = times[wonStage] as Float64Array;
  const counts = (stage: number, row: number, at: number) =>
    !Number.isNaN(at) && !isTakenBack(corrections, row, stage, at);
  // By lead: the first win of an opportunity that was never said to be opened, and so passed its opening by then.
  const openedByWin = new Map<number, number>();
  for (let link = 0; link < event.length; link++) {
    if (mask !== null && mask[event[link] as number] === 0) continue;
    const row = rows.position[lead[link] as number] as number;
    const of = place[opportunity[link] as number] as number;
    if (row === -1 || of === -1) continue;
    const openedAt = opened[of] as number;
    const wonAt = won[of] as number;
    if (counts(opportunityStage, row, openedAt) && !((openedTimes[row] as number) <= openedAt))
      openedTimes[row] = openedAt;
    if (!counts(wonStage, row, wonAt)) continue;
    if (!((wonTimes[row] as number) <= wonAt)) wonTimes[row] = wonAt;
    if (Number.isNaN(openedAt)) openedByWin.set(row, Math.min(openedByWin.get(row) ?? wonAt, wonAt));
  }
  for (const [row, wonAt] of openedByWin) if ((openedTimes[row] as number) > wonAt) openedTimes[row] = Number.NaN;
}

/** A stage that was skipped counts as passed at the time of the next one attained (rule 19). */
function implySkipped(
  column: Float64Array,
  later: Float64Array,
  { implied, bit }: { readonly implied: Uint8Array; readonly bit: number },
): void {
  for (let row = 0; row < column.length; row++) {
    const next = later[row] as number;
    if (!Number.isNaN(column[row]) || Number.isNaN(next)) continue;
    column[row] = next;
    implied[row] = (implied[row] as number) | bit;
  }
}

/** The rank of the event that attained a stage: of a later one where it is implied. */
export function attainingRank(implied: Uint8Array, row: number, stage: number): number {
  let attained = stage;
  while (((implied[row] as number) & (1 << attained)) !== 0) attained += 1;
  return stageRanks[attained] as number;
}
