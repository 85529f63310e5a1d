import { StatsError } from '../stats-error.ts';
import { type AttributionModel, checkModel } from './attribution-model.ts';
import { type AttributionPath, totalsOfPaths } from './attribution-path.ts';
import { channelCredits, type RawCredit } from './channel-credits.ts';
import { largestRemainder } from './largest-remainder.ts';
import { removalEffects } from './removal-effects.ts';
import { lacksMilestone } from './touch-weights.ts';

/** How {@link attribute} splits the credit. */
export interface AttributionOptions {
  readonly model: AttributionModel;
  /** For `time_decay`: days in which the weight of a touch halves, above 0; 7 unless told. */
  readonly halfLifeDays?: number;
  /** For `markov`: how many touches the next one depends on, an integer from 1; 1 unless told. */
  readonly order?: number;
}

/** What one channel is credited with. */
export interface ChannelCredit {
  readonly channel: string;
  /** Conversions, from 0; a fraction where several channels share one. */
  readonly conversions: number;
  /** Value in integer minor units; over all channels it adds up exactly to the `valueMinor` of the whole. */
  readonly valueMinor: number;
  /** Share of `conversions` in those of all channels, in [0, 1]; `null` when there are none. */
  readonly share: number | null;
}

/** Credit for conversions, split among channels by a model. */
export interface Attribution {
  readonly model: AttributionModel;
  /** Every channel of the paths, those without credit too, by name in UTF-8 order. */
  readonly channels: readonly ChannelCredit[];
  /** Conversions of all channels together. */
  readonly conversions: number;
  /** Value of these conversions. */
  readonly valueMinor: number;
  /** What came over paths without any step: left out, and counted here. */
  readonly untouched: { readonly conversions: number; readonly valueMinor: number };
  /** Conversions among those of all channels on paths without a milestone that the model gives credit to. */
  readonly lackingMilestone: number;
}

/**
 * Splits the credit for conversions among the channels that touched them. Every touch is counted as it stands, so a
 * channel that touched three times in a row has three touches; collapse repeats before if they are not meant.
 *
 * - `first`, `last`: all to one touch. `linear`: the same to every touch.
 * - `u`: 40 % each to the first and the last touch, 20 % to those between, as Google Ads' position-based model. HubSpot
 *   takes the capture for the last: give it the paths up to the capture.
 * - `w`: 30 % each to first touch, capture and opportunity, 10 % to all others, also to those after the opportunity.
 *   `full_path`: 22.5 % each to these three and the last touch, which closed the deal, 10 % to all others. The
 *   percentages are those of HubSpot; what becomes of a missing milestone is our convention:
 * - A touch that is marked twice has both shares. A share that has no touch to go to is left out and the rest is scaled
 *   up: with `u` one touch has all and two have a half each; with `w` and no opportunity it is 30, 30 and 10 of 70.
 *   How many conversions lacked a milestone is said.
 * - `time_decay`: a touch counts half for every `halfLifeDays` before the last one, as in Google Ads, with its 7 days.
 * - `markov`: in proportion to {@link removalEffects}, conversions and value alike; see there.
 *
 * Value is split path by path, and rounded once at the end by largest remainders. Neither the order of the paths nor
 * splitting one into several with the same steps changes a bit of the result. O(touches), for `markov` see there.
 * @returns no channels for no paths
 * @throws StatsError `unknown-model`, `not-a-count`, `empty-step`, `value-without-conversion`, `not-ages`, `no-ages`,
 * `milestone-outside-path`, `not-above-zero`, `too-many-states`
 * @example
 * const paths = [{ steps: ['search', 'webinar', 'mail'], converted: 2, valueMinor: 1001 }];
 * attribute(paths, { model: 'u' }).channels.map((row) => [row.channel, row.conversions, row.valueMinor]);
 * // [['mail', 0.8, 401], ['search', 0.8, 400], ['webinar', 0.4, 200]]
 */
export function attribute(
  paths: readonly AttributionPath[],
  { model, halfLifeDays = 7, order = 1 }: AttributionOptions,
): Attribution {
  checkModel(model);
  if (!(halfLifeDays > 0 && halfLifeDays < Infinity)) {
    throw new StatsError('not-above-zero', { name: 'halfLifeDays', value: halfLifeDays });
  }
  const totals = totalsOfPaths(paths);
  const conversions = totals.conversions - totals.untouched.conversions;
  const valueMinor = totals.valueMinor - totals.untouched.valueMinor;
  const credits =
    model === 'markov' ? markovCredits(paths, { order, conversions }) : channelCredits(paths, { model, halfLifeDays });
  const values = largestRemainder(
    valueMinor,
    credits.map((credit) => credit.value),
  );
  return {
    model,
    channels: credits.map((credit, index) => ({
      channel: credit.channel,
      conversions: credit.conversions,
      valueMinor: values[index] ?? 0,
      share: conversions === 0 ? null : credit.conversions / conversions,
    })),
    conversions,
    valueMinor,
    untouched: totals.untouched,
    lackingMilestone: lackingMilestone(paths, model),
  };
}

function markovCredits(
  paths: readonly AttributionPath[],
  { order, conversions }: { readonly order: number; readonly conversions: number },
): readonly RawCredit[] {
  const effects = removalEffects(paths, { order });
  const total = effects.reduce((sum, { effect }) => sum + effect, 0);
  return effects.map(({ channel, effect }) => ({
    channel,
    conversions: total === 0 ? 0 : conversions * (effect / total),
    value: effect,
  }));
}

function lackingMilestone(paths: readonly AttributionPath[], model: AttributionModel): number {
  if (model === 'time_decay' || model === 'markov') return 0;
  return paths.reduce(
    (sum, path) => sum + (path.steps.length > 0 && lacksMilestone(path, model) ? path.converted : 0),
    0,
  );
}
