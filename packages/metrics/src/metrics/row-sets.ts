import { stages } from '@sameteam/model';
import type { RowAtom, RowTest } from '../plan/row-test.ts';
import {
  anyOf,
  hasBit,
  hasCome,
  hasNo,
  hasNoBit,
  isBelow,
  isNoneOf,
  isOrdered,
  isReversed,
  isYetToCome,
  rowsWith,
} from '../report/row-tests.ts';

/** SLA entries that were kept: satisfied before they were missed. */
export const keptEntries: RowTest = rowsWith(isReversed('at_missed', 'at_satisfied'));

/** SLA entries whose time has come without what was owed, or that were satisfied too late (rule 10). */
export const missedEntries: RowTest = anyOf(
  rowsWith(hasNo('at_satisfied'), hasNo('at_ended'), hasCome('at_missed')),
  rowsWith(isOrdered('at_missed', 'at_satisfied'), hasNo('at_ended')),
);

/** SLA entries that are still within their limit. */
export const openEntries: RowTest = rowsWith(hasNo('at_satisfied'), hasNo('at_ended'), isYetToCome('at_missed'));

/** SLA entries that ended before they were satisfied or missed: not judged. */
export const notJudgedEntries: RowTest = rowsWith({ kind: 'has', column: 'at_ended', is: true }, hasNo('at_satisfied'));

/** Leads of which something is still owed: every state that is not final. */
export const openLeadRows: RowTest = rowsWith(isNoneOf('state', 'customer', 'disqualified'));

/** Leads without a next step: nothing is planned, or the time of all that was planned is past. */
export const rowsWithoutNextStep: RowTest = anyOf(
  rowsWith(isBelow('has_next_step', 1)),
  rowsWith(hasCome('at_next_step')),
);

/** Leads with an SLA entry that is past its time: a breach exists from the first second after it was due. */
export const rowsPastSla: RowTest = rowsWith({ kind: 'past', column: 'at_open_due', ms: 1000, is: true });

/** Leads that nobody owns, or that have no next step, or whose SLA is broken. */
export const rowsInBlackHole: RowTest = anyOf(rowsWith(hasNo('owner_at_now')), rowsWithoutNextStep, rowsPastSla);

const handedOff = stages.indexOf('handed_off');
const accepted = stages.indexOf('sal');

/** Cycles whose hand-off was not recorded: the first decision about the lead implies it (rule 19). */
export const impliedHandOffs: RowTest = rowsWith(hasBit('implied', handedOff));

/** Cycles whose hand-off, or whose acceptance, is implied by what came later. */
export const impliedAcceptances: RowTest = anyOf(impliedHandOffs, rowsWith(hasBit('implied', accepted)));

/** The hand-off was recorded, so that time can be counted from it. */
export const isRecordedHandOff: RowAtom = hasNoBit('implied', handedOff);

/** Cycles with a time from a recorded hand-off to a recorded decision. */
export const timedDecisions: RowTest = anyOf(
  rowsWith(isOrdered('at_handed_off', 'at_decided'), isRecordedHandOff, hasNoBit('implied', accepted)),
  rowsWith(isOrdered('at_handed_off', 'at_decided'), isRecordedHandOff, isNoneOf('decision', 'accepted')),
);
