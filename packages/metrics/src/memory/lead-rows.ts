import { isLeadEvent } from './log.ts';
import type { VisibleLog } from './visible-log.ts';

/** The leads of a visible log: those that an event of their own kind is about. */
export interface LeadRows {
  readonly count: number;
  /** Subject of each row, the record that it is counted as. In the order of the first event that arrived. */
  readonly subject: Int32Array;
  /** Row by subject, also of a record that is counted as another one; -1 for one that is no lead. */
  readonly position: Int32Array;
}

/** Gives a row to each lead. O(subjects) where all events count, else O(events). */
export function leadRows(visible: VisibleLog): LeadRows {
  const { log, roots } = visible;
  const position = new Int32Array(log.subjects.size).fill(-1);
  const found = leadsWithEvents(visible);
  const subject = new Int32Array(found.length);
  let count = 0;
  for (const own of found) {
    const lead = roots.size === 0 ? own : (roots.get(own) ?? own);
    if (position[lead] !== -1) continue;
    position[lead] = count;
    subject[count++] = lead;
  }
  for (const [record, root] of roots) position[record] = position[root] as number;
  return { count, subject: subject.subarray(0, count), position };
}

/** Subjects of the events of leads that count, each once, in the order of arrival. */
function leadsWithEvents({ log, mask }: VisibleLog): Int32Array {
  if (mask === null) return log.leads.view();
  const type = log.type.view();
  const subject = log.subject.view();
  const isFound = new Uint8Array(log.subjects.size);
  const found = new Int32Array(log.leads.length);
  let count = 0;
  for (let event = 0; event < log.length; event++) {
    if (mask[event] === 0 || !isLeadEvent(type[event] as number)) continue;
    const own = subject[event] as number;
    if (isFound[own] === 1) continue;
    isFound[own] = 1;
    found[count++] = own;
  }
  return found.subarray(0, count);
}
