import { missing } from '../facts/columns/dictionary.ts';
import { foldRanks } from '../facts/promoted.ts';
import type { LeadRows } from './lead-rows.ts';
import { once } from './memo-list.ts';
import { unsaid } from './read-events.ts';
import type { VisibleLog } from './visible-log.ts';

/**
 * The values of the first capture of each lead, corrected by what the last update after it that names a field says.
 * @returns for a field of `leadFold.capture`, the codes of its values. O(captures and updates) each
 */
export function capturedValues(visible: VisibleLog, rows: LeadRows): (field: number) => Int32Array {
  const { read } = visible.log;
  const firsts = once(() => firstCaptures(visible, rows));
  const updates = once(() => updatesInForce(visible, rows, firsts()));
  return (field) => {
    const column = new Int32Array(rows.count).fill(missing);
    const captured = read.codes(foldRanks.captured, field);
    const first = firsts();
    for (let row = 0; row < rows.count; row++) {
      const place = first[row] as number;
      if (place !== -1 && captured[place] !== unsaid) column[row] = captured[place] as number;
    }
    const updated = read.codes(foldRanks.updated, field);
    for (const { place, row } of updates()) if (updated[place] !== unsaid) column[row] = updated[place] as number;
    return column;
  };
}

/** Place among the captures of the first one of each lead; -1 where there is none. */
function firstCaptures({ log, mask, compare }: VisibleLog, { count, position }: LeadRows): Int32Array {
  const events = log.read.of(foldRanks.captured);
  const subject = log.subject.view();
  const first = new Int32Array(count).fill(-1);
  for (let place = 0; place < events.length; place++) {
    const event = events[place] as number;
    if (mask !== null && mask[event] === 0) continue;
    const row = position[subject[event] as number] as number;
    const known = first[row] as number;
    if (known === -1 || compare(event, events[known] as number) < 0) first[row] = place;
  }
  return first;
}

/** An update by its place among the updates, and the lead that it is about. */
interface Update {
  readonly place: number;
  readonly row: number;
}

/** The updates that are not older than the capture that they correct, in the order of events. */
function updatesInForce(
  { log, mask, compare }: VisibleLog,
  { position }: LeadRows,
  firstCapture: Int32Array,
): readonly Update[] {
  const events = log.read.of(foldRanks.updated);
  const captures = log.read.of(foldRanks.captured);
  const subject = log.subject.view();
  const updates: Update[] = [];
  for (let place = 0; place < events.length; place++) {
    const event = events[place] as number;
    if (mask !== null && mask[event] === 0) continue;
    const row = position[subject[event] as number] as number;
    const capture = firstCapture[row] as number;
    if (capture === -1 || compare(event, captures[capture] as number) > 0) updates.push({ place, row });
  }
  return updates.sort((a, b) => compare(events[a.place] as number, events[b.place] as number));
}
