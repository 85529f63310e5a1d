import { type StageId, stages } from '@sameteam/model';
import type { RowAtom, RowTest } from '../plan/row-test.ts';
import type { FactMeasure } from './fact-measure.ts';
import { anyOf, has, hasNo, isOrdered, isReversed, noRow, rowsWith } from './row-tests.ts';

/** A measure of the stages of leads, in short. */
export type StageMeasure =
  /** Leads that reached a stage. */
  | { readonly kind: 'count'; readonly stage: StageId }
  /** Of the leads that reached `from`, the share that reached `to`. */
  | { readonly kind: 'ratio'; readonly from: StageId; readonly to: StageId }
  /** Of the leads that reached `from`, the share that reached `to` within a number of 24-hour days. */
  | { readonly kind: 'within'; readonly from: StageId; readonly to: StageId; readonly limitDays: number }
  /** A quantile of the days from `from` to `to`, over the leads that reached both. */
  | { readonly kind: 'duration'; readonly from: StageId; readonly to: StageId; readonly p: number }
  /** Sum of the amounts of opportunities that reached a stage. */
  | { readonly kind: 'sum'; readonly stage: 'opportunity' | 'won' };

const dayMs = 86_400_000;
const at = (stage: StageId) => `at_${stage}`;
const bit = (stage: StageId, is: boolean): RowAtom => ({
  kind: 'bit',
  column: 'implied',
  bit: stages.indexOf(stage),
  is,
});
const reached = (stage: StageId) => has(at(stage));
const implied = (stage: StageId) => bit(stage, true);
const upTo = (stage: StageId): readonly StageId[] => stages.slice(0, stages.indexOf(stage) + 1);

/** What a measure of stages is on the facts. */
export function measureOfStages(measure: StageMeasure): FactMeasure {
  const leads = { grain: 'leads', readAt: 'anchor' } as const;
  switch (measure.kind) {
    case 'count': {
      const { stage } = measure;
      return {
        kind: 'rows',
        ...leads,
        anchors: stages,
        counted: rowsWith(reached(stage)),
        distinct: null,
        excluded: noRow,
        implied: rowsWith(implied(stage)),
      };
    }
    case 'ratio': {
      const { from, to } = measure;
      return {
        kind: 'rate',
        ...leads,
        anchors: upTo(from),
        numerator: rowsWith(reached(from), reached(to)),
        denominator: rowsWith(reached(from)),
        excluded: noRow,
        implied: anyOf(rowsWith(implied(from)), rowsWith(reached(from), implied(to))),
        matures: { kind: 'conversion', at: at(from), from, to },
        waiting: { from: at(from), to: at(to), countsLater: true },
      };
    }
    case 'within': {
      const { from, to, limitDays } = measure;
      return {
        kind: 'rate',
        ...leads,
        anchors: upTo(from),
        numerator: rowsWith(...explicit(from, to), within(from, to, Math.round(limitDays * dayMs))),
        denominator: anyOf(
          rowsWith(...explicit(from, to), isOrdered(at(from), at(to))),
          rowsWith(reached(from), bit(from, false), hasNo(at(to))),
        ),
        ...untimed(from, to),
        matures: { kind: 'days', at: at(from), days: limitDays },
        waiting: { from: at(from), to: at(to), countsLater: false },
      };
    }
    case 'duration': {
      const { from, to, p } = measure;
      return {
        kind: 'seconds',
        ...leads,
        anchors: upTo(from),
        value: { kind: 'seconds', from: at(from), to: at(to) },
        unitSeconds: 86_400,
        counted: rowsWith(...explicit(from, to), isOrdered(at(from), at(to))),
        p,
        ...untimed(from, to),
        matures: { kind: 'conversion', at: at(from), from, to },
      };
    }
    case 'sum': {
      const { stage } = measure;
      return {
        kind: 'money',
        grain: 'opportunities',
        readAt: 'anchor',
        anchors: ['opportunity', 'won'],
        value: { kind: 'column', column: 'amount' },
        scale: 1,
        currency: 'currency',
        rateAt: at(stage),
        counted: rowsWith(reached(stage), has('amount')),
        per: 'total',
        excluded: rowsWith(reached(stage), hasNo('amount')),
        implied: noRow,
      };
    }
  }
}

/** A time between two stages is known where both have an event of their own, in order. */
function untimed(from: StageId, to: StageId): { readonly excluded: RowTest; readonly implied: RowTest } {
  return {
    excluded: rowsWith(...explicit(from, to), isReversed(at(from), at(to))),
    implied: anyOf(rowsWith(reached(from), implied(to)), rowsWith(implied(from))),
  };
}

function explicit(...of: readonly StageId[]): readonly RowAtom[] {
  return of.map((stage) => bit(stage, false));
}

function within(from: StageId, to: StageId, limitMs: number): RowAtom {
  return { kind: 'within', from: at(from), to: at(to), limitMs, is: true };
}
