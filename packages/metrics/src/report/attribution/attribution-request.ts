import { nearestName } from '@sameteam/model';
import { type AttributionModel, attributionModels } from '@sameteam/stats';
import type { Engine } from '../../engine.ts';
import { MetricsError } from '../../metrics-error.ts';
import { type PlanRequest, parsePlan } from '../../plan/parse-plan.ts';
import type { Plan } from '../../plan/plan.ts';

/** What credit is given for: the win of a lead with the amounts of won deals, or the opening with those opened. */
export type CreditedConversion = 'won' | 'opportunity';

const conversions: readonly CreditedConversion[] = ['won', 'opportunity'];

/** An attribution as it is asked for: names and dates as text. */
export interface AttributionRequest
  extends Pick<PlanRequest, 'filters' | 'from' | 'to' | 'asOf' | 'knownAt' | 'version' | 'top'> {
  /** `won` unless told, or `opportunity`. */
  readonly conversion?: string | undefined;
  /** Names of models, in the order in which they are wanted; all of them unless told. */
  readonly models?: readonly string[] | undefined;
  /** For `time_decay`: days in which the weight of a touch halves; 7 unless told. */
  readonly halfLifeDays?: number | undefined;
}

/** An attribution whose every name and date has been checked. */
export interface CheckedAttribution {
  readonly conversion: CreditedConversion;
  readonly models: readonly AttributionModel[];
  readonly halfLifeDays: number;
  /** Channels with a row of their own. */
  readonly top: number;
  /** The leads that converted and those that were captured, and the deals, in the period and under the filters. */
  readonly plans: { readonly leads: Plan; readonly captured: Plan; readonly deals: Plan };
}

/** Channels with a row of their own unless told: Markov solves at most 2,000. */
const usualTop = 200;
const mostChannels = 1000;

/**
 * Checks what is asked for.
 * @throws MetricsError `unknown-model`, `unknown-conversion`, `bad-half-life`, `bad-top`, and those of `parsePlan`
 */
export function checkAttribution(
  { conversion = 'won', models = attributionModels, halfLifeDays = 7, top = usualTop, ...asked }: AttributionRequest,
  { agreement, metrics }: Pick<Engine, 'agreement' | 'metrics'>,
  nowMs: number,
): CheckedAttribution {
  const credited = oneOf(conversions, conversion, 'unknown-conversion');
  if (!(halfLifeDays > 0 && halfLifeDays < Number.POSITIVE_INFINITY))
    throw new MetricsError('bad-half-life', { found: String(halfLifeDays) });
  if (!(Number.isSafeInteger(top) && top > 0 && top <= mostChannels))
    throw new MetricsError('bad-top', { found: String(top) });
  const isWon = credited === 'won';
  const plan = (metric: string, anchor: string) =>
    parsePlan({ ...asked, metrics: [metric], anchor }, { zone: agreement.timeZone, nowMs, metrics });
  return {
    conversion: credited,
    models: [...new Set(models)].map((model) => oneOf(attributionModels, model, 'unknown-model')),
    halfLifeDays,
    top,
    plans: {
      leads: isWon ? plan('won', 'won') : plan('opportunities', 'opportunity'),
      captured: plan('captured', 'captured'),
      deals: isWon ? plan('bookings', 'won') : plan('pipeline_created', 'opportunity'),
    },
  };
}

function oneOf<T extends string>(known: readonly T[], id: string, code: 'unknown-model' | 'unknown-conversion'): T {
  const found = known.find((one) => one === id);
  if (found !== undefined) return found;
  throw new MetricsError(code, { id, nearest: nearestName(id, known), known: known.join(', ') });
}
