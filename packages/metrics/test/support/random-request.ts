import { dimensionIds, type StageId, stages } from '@sameteam/model';
import fc from 'fast-check';
import { isRowMeasure, isStageMeasure, metricDefinition, metricIds, metricMeasure } from './metric-measures.ts';
import { randomSpan } from './random-subjects.ts';

const dayMs = 86_400_000;
const grains = ['day', 'week', 'month', 'quarter', 'year'];
const factDimensions = dimensionIds.filter((id) => !grains.includes(id));

const stageMetrics = metricIds.filter((id) => {
  const found = metricDefinition(id);
  return found !== undefined && isStageMeasure(found.measure);
});
const durations = metricIds.filter((id) => {
  const found = metricDefinition(id);
  return found !== undefined && metricMeasure(found).kind === 'seconds';
});

/** Metrics of stages nearly half of the time: what is difficult of cohorts, such as a projection, occurs with them. */
const metric = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...metricIds) },
  { weight: 4, arbitrary: fc.constantFrom(...stageMetrics) },
  { weight: 2, arbitrary: fc.constantFrom(...durations) },
);
const dimension = fc.oneof(
  fc.constantFrom(...factDimensions),
  fc.constantFrom('source.channel', 'owner', 'current.owner', 'segment'),
);
const value = fc.constantFrom(
  'email',
  'Email',
  'unknown',
  'paid',
  '😀',
  'ﾮ',
  'hot',
  'warm',
  'partner',
  'inbound',
  null,
);
const filter = fc
  .record({
    dimension: fc.constantFrom('source.channel', 'source.motion', 'owner', 'readiness', 'current.owner', 'segment'),
    values: fc.array(value, { minLength: 1, maxLength: 4 }),
    isNegated: fc.boolean(),
  })
  .map(({ dimension: of, values, isNegated }) =>
    isNegated ? { dimension: of, notIn: values } : { dimension: of, in: values },
  );
const day = fc
  .integer({ min: -5, max: randomSpan.days + 5 })
  .map((number) => new Date(randomSpan.startMs + number * dayMs).toISOString().slice(0, 10));
const instant = fc.oneof(
  day,
  fc
    .integer({ min: 10, max: randomSpan.days })
    .chain((days) =>
      fc.integer({ min: 0, max: dayMs }).map((ms) => new Date(randomSpan.startMs + days * dayMs + ms).toISOString()),
    ),
);

/** A request for a report, as anybody could send it. */
export interface RandomRequest {
  readonly metrics: readonly string[];
  readonly by: readonly string[];
  readonly grain?: 'month' | undefined;
  readonly filters: readonly {
    readonly dimension: string;
    readonly in?: readonly (string | null)[];
    readonly notIn?: readonly (string | null)[];
  }[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly anchor?: string | undefined;
  readonly asOf?: string | undefined;
  /** Import after which it was known; all where there is none. */
  readonly knownAtImport?: number | undefined;
}

/** Requests for reports: metrics, dimensions, filters, a period, an anchor that fits, as-of and known-at. */
export function randomRequest({ isBounded }: { readonly isBounded: boolean }): fc.Arbitrary<RandomRequest> {
  return fc
    .record({
      metrics: fc.uniqueArray(metric, { minLength: 1, maxLength: 4 }),
      by: fc.oneof(fc.constant([]), fc.uniqueArray(dimension, { minLength: 1, maxLength: 2 })),
      grain: fc.option(fc.constantFrom('week', 'month', 'quarter', 'year') as fc.Arbitrary<'month'>, {
        nil: undefined,
      }),
      filters: fc.oneof(fc.constant([]), fc.constant([]), fc.array(filter, { minLength: 1, maxLength: 2 })),
      period: fc.option(fc.tuple(day, day), { nil: undefined, freq: 2 }),
      anchor: fc.option(fc.constantFrom(...stages), { nil: undefined, freq: 2 }),
      asOf: isBounded ? fc.option(instant, { nil: undefined, freq: 3 }) : fc.constant(undefined),
      knownAtImport: isBounded ? fc.option(fc.nat({ max: 4 }), { nil: undefined, freq: 2 }) : fc.constant(undefined),
    })
    .map(({ metrics, anchor, period, ...rest }) => {
      const fitting = anchor === undefined ? metrics : metrics.filter((id) => fits(id, anchor));
      const [from, to] = period === undefined ? [undefined, undefined] : [...period].sort();
      return {
        ...rest,
        from,
        to,
        metrics: fitting.length === 0 ? metrics : fitting,
        anchor: fitting.length === 0 ? undefined : anchor,
      };
    });
}

/** Whether a metric can be anchored at a stage. */
function fits(id: string, anchor: StageId): boolean {
  const metric = metricDefinition(id);
  const measure = metric === undefined ? null : metricMeasure(metric);
  return measure !== null && isRowMeasure(measure) && measure.anchors.includes(anchor);
}
