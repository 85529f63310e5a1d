import { eventRank, stages } from '@sameteam/model';
import { type LastFold, leadFold } from '../facts/lead-fold.ts';
import { capturedValues } from './captured-values.ts';
import { impossibleOrders } from './impossible-orders.ts';
import { lastValues } from './last-values.ts';
import { type LeadRows, leadRows } from './lead-rows.ts';
import { type MemoList, memoList, once } from './memo-list.ts';
import { type StageTimes, stageTimes } from './stage-times.ts';
import type { VisibleLog } from './visible-log.ts';

/** The facts of all leads, one row a lead. Each is folded when it is first asked for. */
export interface LeadFacts extends LeadRows {
  readonly stages: () => StageTimes;
  /** 1 where a later stage has an earlier time. */
  readonly impossible: () => Uint8Array;
  /** By field of `leadFold.capture`: codes of its values. */
  readonly capture: MemoList<Int32Array>;
  /** By value of `leadFold.last`: its codes at each stage, and then at as-of. */
  readonly last: MemoList<MemoList<Int32Array>>;
}

/** Folds the leads of a visible log by the columns of the events that say something of them. */
export function foldLeads(visible: VisibleLog): LeadFacts {
  const rows = leadRows(visible);
  const attained = once(() => stageTimes(visible, rows));
  return {
    ...rows,
    stages: attained,
    impossible: once(() => impossibleOrders(attained())),
    capture: memoList(leadFold.capture.length, capturedValues(visible, rows)),
    last: memoList(leadFold.last.length, (value) => {
      const rank = eventRank((leadFold.last[value] as LastFold).event);
      return memoList(stages.length + 1, (stage) =>
        lastValues(visible, rows, { rank, at: stage === stages.length ? null : { stage, stages: attained() } }),
      );
    }),
  };
}
