import { eventRank, type StageId, stages } from '@sameteam/model';
import { missing } from '../facts/columns/dictionary.ts';
import { keyScale, type LastFold, leadFold, stageCount } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import type { OpportunityFacts } from './fold-opportunities.ts';
import { isLeadEvent, unsaid } from './log.ts';
import { type MemoList, memoList, once } from './memo-list.ts';
import type { VisibleLog } from './visible-log.ts';

/** The facts of all leads, one position a lead. */
export interface LeadFacts {
  readonly count: number;
  readonly subject: Int32Array;
  /** Position of a lead by its subject; -1 for a subject that is no lead. */
  readonly position: Int32Array;
  /** By stage: order key of the event that attained it, implied by a later one where it was skipped; NaN where it was not. */
  readonly key: readonly Float64Array[];
  /** A bit for each stage that is implied. */
  readonly implied: Uint8Array;
  /** 1 where a later stage has an earlier time. */
  readonly impossible: () => Uint8Array;
  /** By field of `leadFold.capture`: code of its value. */
  readonly capture: MemoList<Int32Array>;
  /** By value of `leadFold.last`: its code at each stage, and then at as-of. */
  readonly last: MemoList<readonly Int32Array[]>;
}

/** Index of the stage that an event of a lead attains, by rank; -1 for none. */
const stageOfRank = Int8Array.from({ length: 256 }, (_, rank) =>
  leadFold.stages.findIndex(({ event, of }) => of === 'lead' && eventRank(event) === rank),
);

const opportunityStage = stages.indexOf('opportunity');
const wonStage = stages.indexOf('won');

/** Folds the leads of a visible log. O(events), but for the few leads whose stages a correction takes back. */
export function foldLeads(visible: VisibleLog, opportunities: ReadonlyMap<number, OpportunityFacts>): LeadFacts {
  const rows = leadRows(visible);
  const raw = rows.key.map((column) => column.subarray(0, rows.count));
  const corrections = lastCorrections(visible, rows);
  if (corrections.size > 0) attainAgain(visible, rows, raw, corrections);
  attainLinkedStages(opportunities, rows, raw, corrections);
  const implied = new Uint8Array(rows.count);
  implySkippedStages(raw, implied);
  return {
    count: rows.count,
    subject: rows.subject,
    position: rows.position,
    key: raw,
    implied,
    impossible: once(() => impossibleOrders(raw, implied)),
    capture: captureColumns(visible, rows),
    last: memoList(leadFold.last.length, (index) =>
      lastValues(visible, rows, raw, eventRank((leadFold.last[index] as LastFold).event)),
    ),
  };
}

interface LeadRows {
  readonly count: number;
  readonly subject: Int32Array;
  readonly position: Int32Array;
  /** Position of the lead of an event; -1 where it is not an event of a lead, or does not count. */
  readonly rowOf: (event: number) => number;
  /** By stage: key of the first event of a lead that attains it, corrections aside; NaN where there is none. Longer than `count`. */
  readonly key: readonly Float64Array[];
}

/** Finds the leads and when they first attained each stage, in one pass: the log is too long for the caches. */
function leadRows({ log, mask, roots }: VisibleLog): LeadRows {
  const type = log.type.view();
  const time = log.timeMs.view();
  const subject = log.subject.view();
  const position = new Int32Array(log.subjects.size).fill(-1);
  const leads = new Int32Array(log.subjects.size);
  const key = stages.map(() => new Float64Array(log.subjects.size).fill(Number.NaN));
  let count = 0;
  for (let event = 0; event < log.length; event++) {
    const rank = type[event] as number;
    if ((mask !== null && mask[event] === 0) || !isLeadEvent(rank)) continue;
    const own = subject[event] as number;
    const lead = roots.size === 0 ? own : (roots.get(own) ?? own);
    let row = position[lead] as number;
    if (row === -1) {
      row = count++;
      position[lead] = row;
      leads[row] = lead;
    }
    const stage = stageOfRank[rank] as number;
    if (stage === -1) continue;
    const column = key[stage] as Float64Array;
    const at = (time[event] as number) * keyScale + rank;
    // Written so that it is also true for the NaN of a stage that has not been attained.
    if (!((column[row] as number) <= at)) column[row] = at;
  }
  // Asked of few events, so that a list of all of them would cost more than it spares.
  const rowOf = (event: number): number => {
    if ((mask !== null && mask[event] === 0) || !isLeadEvent(type[event] as number)) return -1;
    const own = subject[event] as number;
    return position[roots.size === 0 ? own : (roots.get(own) ?? own)] as number;
  };
  return { count, subject: leads.slice(0, count), position, rowOf, key };
}

/** By lead with corrections: for each stage the key of the last correction that takes it back. */
function lastCorrections({ log }: VisibleLog, { rowOf }: LeadRows): ReadonlyMap<number, Float64Array> {
  const type = log.type.view();
  const time = log.timeMs.view();
  const corrections = new Map<number, Float64Array>();
  for (const { event, data } of log.rulings) {
    const row = rowOf(event);
    if (row === -1 || type[event] !== foldRanks.reset || data.kind !== 'correction') continue;
    const key = (time[event] as number) * keyScale + foldRanks.reset;
    const last = corrections.get(row) ?? new Float64Array(stageCount).fill(Number.NEGATIVE_INFINITY);
    for (let stage = stages.indexOf(data.to as StageId) + 1; stage < stageCount; stage++) {
      last[stage] = Math.max(last[stage] as number, key);
    }
    corrections.set(row, last);
  }
  return corrections;
}

/** Attains the stages of leads with corrections again, each by the first event that no correction takes back. */
function attainAgain(
  { log }: VisibleLog,
  { rowOf }: LeadRows,
  raw: readonly Float64Array[],
  corrections: ReadonlyMap<number, Float64Array>,
): void {
  const type = log.type.view();
  const time = log.timeMs.view();
  for (const row of corrections.keys()) for (const column of raw) column[row] = Number.NaN;
  for (let event = 0; event < log.length; event++) {
    const rank = type[event] as number;
    const stage = stageOfRank[rank] as number;
    const row = stage === -1 ? -1 : rowOf(event);
    if (row === -1) continue;
    const last = corrections.get(row);
    if (last === undefined) continue;
    const key = (time[event] as number) * keyScale + rank;
    const column = raw[stage] as Float64Array;
    if (key > (last[stage] as number) && !((column[row] as number) <= key)) column[row] = key;
  }
}

function attainLinkedStages(
  opportunities: ReadonlyMap<number, OpportunityFacts>,
  { position }: LeadRows,
  raw: readonly Float64Array[],
  corrections: ReadonlyMap<number, Float64Array>,
): void {
  // By lead: the first win of an opportunity that was never said to be opened, and so passed its opening by then.
  const openedByWin = new Map<number, number>();
  for (const { leads, openedKey, wonKey } of opportunities.values()) {
    for (const lead of leads) {
      const row = position[lead] ?? -1;
      if (row === -1) continue;
      attain(opportunityStage, row, openedKey);
      if (attain(wonStage, row, wonKey) && Number.isNaN(openedKey)) {
        openedByWin.set(row, Math.min(openedByWin.get(row) ?? wonKey, wonKey));
      }
    }
  }
  const opened = raw[opportunityStage] as Float64Array;
  for (const [row, wonKey] of openedByWin) if ((opened[row] as number) > wonKey) opened[row] = Number.NaN;

  /** Whether the key counts. */
  function attain(stage: number, row: number, key: number): boolean {
    if (Number.isNaN(key) || key <= (corrections.get(row)?.[stage] ?? Number.NEGATIVE_INFINITY)) return false;
    const column = raw[stage] as Float64Array;
    if (!((column[row] as number) <= key)) column[row] = key;
    return true;
  }
}

/** A later stage with an earlier time, both with an event of their own. */
function impossibleOrders(key: readonly Float64Array[], implied: Uint8Array): Uint8Array {
  const impossible = new Uint8Array(implied.length);
  const latest = new Float64Array(implied.length).fill(Number.NEGATIVE_INFINITY);
  for (const [stage, column] of key.entries()) {
    for (let row = 0; row < implied.length; row++) {
      if (((implied[row] as number) & (1 << stage)) !== 0) continue;
      const time = Math.floor((column[row] as number) / keyScale);
      if (time < (latest[row] as number)) impossible[row] = 1;
      if (time > (latest[row] as number)) latest[row] = time;
    }
  }
  return impossible;
}

function implySkippedStages(key: readonly Float64Array[], implied: Uint8Array): void {
  for (let stage = stageCount - 2; stage >= 0; stage--) {
    const column = key[stage] as Float64Array;
    const later = key[stage + 1] as Float64Array;
    for (let row = 0; row < column.length; row++) {
      const at = column[row] as number;
      const next = later[row] as number;
      if (Number.isNaN(at) && !Number.isNaN(next)) {
        column[row] = next;
        implied[row] = (implied[row] as number) | (1 << stage);
      }
    }
  }
}

/** All columns of a capture come of one pass, made when the first of them is asked for. */
function captureColumns(visible: VisibleLog, rows: LeadRows): MemoList<Int32Array> {
  let columns: readonly Int32Array[] | null = null;
  return (index) => {
    columns ??= captureValues(visible, rows);
    return columns[index] as Int32Array;
  };
}

/** The values of the first capture, corrected by what the last update after it that names a field says. */
function captureValues({ log, compare }: VisibleLog, { count, rowOf }: LeadRows): readonly Int32Array[] {
  const type = log.type.view();
  const events = log.captures.view();
  const codes = log.captureCodes.view();
  const columns = leadFold.capture.map(() => new Int32Array(count).fill(missing));
  /** Position among the captures of the first one of each lead. */
  const first = new Int32Array(count).fill(-1);
  const updates: number[] = [];
  for (let position = 0; position < events.length; position++) {
    const event = events[position] as number;
    const row = rowOf(event);
    if (row === -1) continue;
    if (type[event] === foldRanks.updated) {
      updates.push(position);
      continue;
    }
    const known = first[row] as number;
    if (known === -1 || compare(event, events[known] as number) < 0) first[row] = position;
  }
  const say = (position: number, row: number): void => {
    for (let field = 0; field < columns.length; field++) {
      const code = codes[position * columns.length + field] as number;
      if (code !== unsaid) (columns[field] as Int32Array)[row] = code;
    }
  };
  for (let row = 0; row < count; row++) if (first[row] !== -1) say(first[row] as number, row);
  for (const position of updates.sort((a, b) => compare(events[a] as number, events[b] as number))) {
    const event = events[position] as number;
    const row = rowOf(event);
    const capture = first[row] as number;
    if (capture === -1 || compare(event, events[capture] as number) > 0) say(position, row);
  }
  return columns;
}

/** The value that the last event of a rank sets, up to and including the event that attained each stage, and at as-of. */
function lastValues(
  { log, compare }: VisibleLog,
  { count, rowOf }: LeadRows,
  key: readonly Float64Array[],
  rank: number,
): readonly Int32Array[] {
  const type = log.type.view();
  const time = log.timeMs.view();
  const value = log.value.view();
  const bounds = [...key, null];
  const columns = bounds.map(() => new Int32Array(count).fill(missing));
  const latest = bounds.map(() => new Int32Array(count).fill(-1));
  for (let event = 0; event < log.length; event++) {
    if (type[event] !== rank) continue;
    const row = rowOf(event);
    const code = value[event] as number;
    if (row === -1 || code === unsaid) continue;
    const at = (time[event] as number) * keyScale + rank;
    for (let column = 0; column < bounds.length; column++) {
      const bound = bounds[column];
      if (bound != null && !(at <= (bound[row] as number))) continue;
      const known = (latest[column] as Int32Array)[row] as number;
      if (known !== -1 && compare(event, known) < 0) continue;
      (latest[column] as Int32Array)[row] = event;
      (columns[column] as Int32Array)[row] = code;
    }
  }
  return columns;
}
