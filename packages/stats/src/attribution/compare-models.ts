import { type Attribution, attribute, type ChannelCredit } from './attribute.ts';
import { type AttributionModel, attributionModels } from './attribution-model.ts';
import type { AttributionPath } from './attribution-path.ts';

/** Which models {@link compareModels} puts side by side, and how. */
export interface CompareOptions {
  /** Unless told: all that the paths have the data for. */
  readonly models?: readonly AttributionModel[];
  /** As of {@link attribute}. */
  readonly halfLifeDays?: number;
  /** As of {@link attribute}. */
  readonly order?: number;
}

/** One channel under several models. */
export interface ChannelComparison {
  readonly channel: string;
  /** One for each of the models, in their order. */
  readonly credits: readonly (Omit<ChannelCredit, 'channel'> & { readonly model: AttributionModel })[];
  /** Smallest and largest share that any of the models gives it, in [0, 1]; `null` without conversions. */
  readonly shares: { readonly least: number; readonly most: number } | null;
}

/** Several models side by side. */
export interface ModelComparison {
  readonly models: readonly AttributionModel[];
  /** What cannot be said of these paths: time decay without ages, W and full path where no path has a milestone. */
  readonly leftOut: readonly AttributionModel[];
  /** One for each channel, by name in UTF-8 order. */
  readonly channels: readonly ChannelComparison[];
  readonly conversions: number;
  readonly valueMinor: number;
  readonly untouched: Attribution['untouched'];
  /** For each of the models, conversions on paths without a milestone that it gives credit to. */
  readonly lackingMilestone: Readonly<Partial<Record<AttributionModel, number>>>;
}

/**
 * Splits the credit by every model at once: one row for each channel. How far the models are apart for a channel
 * (`shares`) says how much its credit depends on the choice of model rather than on what happened.
 * Conventions and cost as of {@link attribute}.
 * @returns no channels for no paths
 * @throws StatsError as {@link attribute}
 * @example
 * const paths = [{ steps: ['search', 'mail'], converted: 1 }];
 * compareModels(paths, { models: ['first', 'linear'] }).channels.map((row) => [row.channel, row.shares]);
 * // [['mail', { least: 0, most: 0.5 }], ['search', { least: 0.5, most: 1 }]]
 */
export function compareModels(
  paths: readonly AttributionPath[],
  { models, ...options }: CompareOptions = {},
): ModelComparison {
  const chosen = models ?? attributionModels.filter((model) => hasDataFor(paths, model));
  const results = chosen.map((model) => attribute(paths, { ...options, model }));
  // Totals do not depend on the model, and have to be there when none was asked for.
  const { channels, conversions, valueMinor, untouched } = results[0] ?? attribute(paths, { model: 'first' });
  return {
    models: chosen,
    leftOut: models === undefined ? attributionModels.filter((model) => !chosen.includes(model)) : [],
    channels: channels.map(({ channel }, index) => comparisonOf(channel, results, index)),
    conversions,
    valueMinor,
    untouched,
    lackingMilestone: Object.fromEntries(results.map((result) => [result.model, result.lackingMilestone])),
  };
}

function comparisonOf(channel: string, results: readonly Attribution[], index: number): ChannelComparison {
  const credits = results.flatMap((result) => {
    const found = result.channels[index];
    if (found === undefined) return [];
    const { conversions, valueMinor, share } = found;
    return [{ model: result.model, conversions, valueMinor, share }];
  });
  const shares = credits.flatMap(({ share }) => (share === null ? [] : [share]));
  return {
    channel,
    credits,
    shares: shares.length === 0 ? null : { least: Math.min(...shares), most: Math.max(...shares) },
  };
}

function hasDataFor(paths: readonly AttributionPath[], model: AttributionModel): boolean {
  const converting = paths.filter(({ steps, converted }) => converted > 0 && steps.length > 0);
  if (model === 'time_decay') return converting.every(({ steps, ages }) => steps.length === 1 || ages !== undefined);
  if (model !== 'w' && model !== 'full_path') return true;
  return converting.some(
    ({ milestones }) => milestones?.capture !== undefined || milestones?.opportunity !== undefined,
  );
}
