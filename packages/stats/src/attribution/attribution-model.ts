import { StatsError } from '../stats-error.ts';
import { nearestName } from './nearest-name.ts';

/**
 * Names of the models that {@link attribute} knows, in the order in which a report prints them.
 * @example attributionModels.includes('u') // true
 */
export const attributionModels = ['first', 'last', 'linear', 'u', 'w', 'full_path', 'time_decay', 'markov'] as const;

/** How credit for conversions is split among channels. */
export type AttributionModel = (typeof attributionModels)[number];

/** Throws `unknown-model` unless it is one: plans and agreements bring names as text. */
export function checkModel(model: string): void {
  if (attributionModels.some((name) => name === model)) return;
  throw new StatsError('unknown-model', {
    model,
    nearest: nearestName(model, attributionModels),
    models: attributionModels,
  });
}
