import { type StageId, stages } from '@sameteam/model';
import type { FactGrain } from '../facts/schema/fact-schema.ts';
import type { RowTest, RowValue } from '../plan/row-test.ts';
import type {
  CountMeasure,
  DurationMeasure,
  LevelMeasure,
  Maturity,
  MoneyMeasure,
  NumberMeasure,
  ProductMeasure,
  QuotientMeasure,
  RateMeasure,
  SumMeasure,
  TargetMeasure,
} from './fact-measure.ts';
import { noRow } from './row-tests.ts';

/** What every measure of rows says; the rest has a usual value. */
interface Given {
  readonly grain: FactGrain;
  /** Events that it can be anchored at, its own first. */
  readonly anchors: readonly string[];
  readonly readAt?: 'anchor' | 'now';
  readonly excluded?: RowTest;
  readonly implied?: RowTest;
}

const usual = { readAt: 'anchor', excluded: noRow, implied: noRow } as const;

/** Number of rows, or of the different values of a column among them. */
export function countOf(given: Given & { readonly counted: RowTest; readonly distinct?: string }): CountMeasure {
  return { distinct: null, ...usual, ...given, kind: 'rows' };
}

/** Share of a cohort. */
export function shareOf(
  given: Given & {
    readonly numerator: RowTest;
    readonly denominator: RowTest;
    readonly matures?: Maturity;
    readonly waiting?: RateMeasure['waiting'];
  },
): RateMeasure {
  return { matures: null, waiting: null, ...usual, ...given, kind: 'rate' };
}

/** Quantile or mean of a time, in days of 24 hours unless told. */
export function timeOf(
  given: Given & {
    readonly value: RowValue;
    readonly counted: RowTest;
    readonly p: DurationMeasure['p'];
    readonly unitSeconds?: number;
    readonly matures?: Maturity;
  },
): DurationMeasure {
  return { matures: null, unitSeconds: 86_400, ...usual, ...given, kind: 'seconds' };
}

/** Quantile, mean or sum of a plain number. */
export function numberOf(
  given: Given & { readonly value: RowValue; readonly counted: RowTest; readonly p: NumberMeasure['p'] },
): NumberMeasure {
  return { ...usual, ...given, kind: 'number' };
}

/** Sum of the column `amount` in the agreement's currency, or its mean. */
export function moneyOf(
  given: Given & {
    readonly counted: RowTest;
    readonly rateAt: string;
    readonly value?: RowValue;
    readonly scale?: number;
    readonly per?: MoneyMeasure['per'];
  },
): MoneyMeasure {
  return {
    value: { kind: 'column', column: 'amount' },
    scale: 1,
    per: 'total',
    currency: 'currency',
    ...usual,
    ...given,
    kind: 'money',
  };
}

/** What stood at the end of a period, in money (`amount`, or its product with another column), or in number. */
export function levelOf(
  given: Given & {
    readonly began: string;
    readonly left: string | null;
    readonly counted: RowTest;
    readonly money?: LevelMeasure['money'];
    readonly moment?: LevelMeasure['moment'];
  },
): LevelMeasure {
  return { money: null, moment: 'closing', ...usual, ...given, kind: 'level' };
}

/** One metric over another that counts a different set: no share. */
export function quotientOf(over: string, under: string, times = 1): QuotientMeasure {
  return { kind: 'quotient', over, under, times };
}

/** Metrics that are added; a leading minus takes one away. */
export function sumOf(...parts: readonly string[]): SumMeasure {
  return {
    kind: 'sum_of',
    parts: parts.map((part) =>
      part.startsWith('-') ? { metric: part.slice(1), times: -1 } : { metric: part, times: 1 },
    ),
  };
}

/** Metrics that are multiplied; a leading slash divides by one, a leading `~` falls back on its figure of all groups. */
export function productOf(...parts: readonly string[]): ProductMeasure {
  return {
    kind: 'product_of',
    parts: parts.map((part) => {
      if (part.startsWith('/')) return { metric: part.slice(1), power: -1 };
      return part.startsWith('~') ? { metric: part.slice(1), power: 1, orOverall: true } : { metric: part, power: 1 };
    }),
  };
}

/** What the agreement wants of a metric. */
export function targetOf(metric: string, part: TargetMeasure['part'] = 'whole'): TargetMeasure {
  return { kind: 'target', metric, part };
}

/** Mature by the window of a conversion in the agreement. */
export function conversionWindowOf(from: StageId, to: StageId, at = `at_${from}`): Maturity {
  return { kind: 'conversion', at, from, to };
}

/** Stages up to one, the last one first: where a rate of that stage can be anchored. */
export function anchorsUpTo(stage: StageId): readonly StageId[] {
  return stages.slice(0, stages.indexOf(stage) + 1).toReversed();
}
