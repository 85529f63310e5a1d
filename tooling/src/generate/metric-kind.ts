import { GeneratorError } from './generator-error.ts';
import { type Stage, stageNames } from './stage-words.ts';

/** What the id of a metric says that it measures. */
export type MetricKind =
  | { readonly kind: 'ratio'; readonly from: Stage; readonly to: Stage }
  | { readonly kind: 'within'; readonly to: Stage; readonly days: number }
  | { readonly kind: 'duration'; readonly to: Stage; readonly quantile: 'median' | 'p90' }
  | { readonly kind: 'count'; readonly stage: Stage };

const stages = `Stages are ${stageNames.join(', ')}.`;
const forms = `Names have one of these forms: sal_to_won_rate, days_to_won_median, days_to_won_p90, won_within_45_days, sal_in_period. ${stages}`;

/**
 * Reads the id of a metric by the forms in which metrics are named.
 * @throws GeneratorError for another form, an unknown stage, or stages in the wrong order
 * @example metricKind('won_within_45_days') // { kind: 'within', to: 'won', days: 45 }
 */
export function metricKind(id: string): MetricKind {
  const [, from, to] = /^([a-z_]+?)_to_([a-z_]+)_rate$/.exec(id) ?? [];
  if (from !== undefined && to !== undefined) return ratio(id, stageOf(from), stageOf(to));
  const [, timed, quantile] = /^days_to_([a-z_]+)_(median|p90)$/.exec(id) ?? [];
  if (timed !== undefined)
    return { kind: 'duration', to: later(stageOf(timed)), quantile: quantile as 'median' | 'p90' };
  const [, soon, days] = /^([a-z_]+)_within_([1-9]\d{0,3})_days$/.exec(id) ?? [];
  if (soon !== undefined) return { kind: 'within', to: later(stageOf(soon)), days: Number(days) };
  const [, counted] = /^([a-z_]+)_in_period$/.exec(id) ?? [];
  if (counted !== undefined) return { kind: 'count', stage: laterThanCapture(stageOf(counted)) };
  throw new GeneratorError(`Cannot tell from "${id}" what it measures. ${forms}`);
}

function ratio(id: string, from: Stage, to: Stage): MetricKind {
  if (from === 'captured' && to === 'won') throw new GeneratorError(`${id} has a name of its own: lead_to_win_rate.`);
  if (stageNames.indexOf(from) < stageNames.indexOf(to)) return { kind: 'ratio', from, to };
  throw new GeneratorError(`Cannot make ${id}: ${to} does not come after ${from}. ${stages}`);
}

function later(stage: Stage): Stage {
  if (stage !== 'captured') return stage;
  throw new GeneratorError('Cannot measure the time from captured to captured. Name a later stage.');
}

function laterThanCapture(stage: Stage): Stage {
  if (stage !== 'captured') return stage;
  throw new GeneratorError('Leads are counted by the date of their capture already, by the metric captured.');
}

function stageOf(name: string): Stage {
  const stage = stageNames.find((it) => it === name);
  if (stage !== undefined) return stage;
  throw new GeneratorError(`There is no stage "${name}". ${stages}`);
}
