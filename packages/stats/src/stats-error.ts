interface StatsErrorParams {
  'not-a-count': { readonly name: string; readonly value: number };
  'more-hits-than-trials': { readonly hits: number; readonly trials: number };
  'not-a-probability': { readonly name: string; readonly value: number };
  'not-a-number': { readonly name: string; readonly value: number };
  'unequal-lengths': { readonly name: string; readonly length: number; readonly expected: number };
  'times-not-increasing': { readonly index: number };
  'too-few-groups': { readonly groups: number };
  'too-few-resamples': { readonly resamples: number; readonly needed: number };
  'not-above-zero': { readonly name: string; readonly value: number };
  'not-a-spread': { readonly value: number };
  'unknown-model': { readonly model: string; readonly nearest: string | null; readonly models: readonly string[] };
  'empty-step': { readonly path: number; readonly step: number };
  'value-without-conversion': { readonly path: number };
  'not-ages': { readonly path: number; readonly steps: number; readonly ages: readonly number[] };
  'no-ages': { readonly path: number };
  'milestone-outside-path': {
    readonly path: number;
    readonly milestone: string;
    readonly step: number;
    readonly steps: number;
  };
  'too-many-states': {
    readonly states: number;
    readonly most: number;
    readonly channels: number;
    readonly order: number;
  };
}

/** Codes of {@link StatsError}. */
export type StatsErrorCode = keyof StatsErrorParams;

const messages: { readonly [C in StatsErrorCode]: (params: StatsErrorParams[C]) => string } = {
  'not-a-count': ({ name, value }) =>
    `${name} is ${value}, but a count is an integer from 0 to 2^53. Count first, then ask.`,
  'more-hits-than-trials': ({ hits, trials }) =>
    `${hits} hits of ${trials} trials is no proportion: the hits must be a subset of the trials. Count both in the same rows.`,
  'not-a-probability': ({ name, value }) =>
    `${name} is ${value}, but lies outside its range of 0 to 1. Percent are divided by 100 first.`,
  'not-a-number': ({ name, value }) => `${name} is ${value}, but must be a finite number. Leave out what has no value.`,
  'unequal-lengths': ({ name, length, expected }) =>
    `${name} has ${length} entries, the times have ${expected}. Give one entry for each time.`,
  'times-not-increasing': ({ index }) =>
    `The time at index ${index} is negative, not finite, or not after the one before. Sort the histogram by time and merge equal times.`,
  'not-above-zero': ({ name, value }) =>
    `${name} is ${value}, but must be finite and above 0, and whole where it counts something. Leave it out for the default.`,
  'not-a-spread': ({ value }) =>
    `overdispersion is ${value}, but counts scatter at least as binomial ones do, and not without limit. Give 1 or more; an estimate below 1 is 1.`,
  'unknown-model': ({ model, nearest, models }) =>
    `There is no attribution model "${model}".${nearest === null ? '' : ` Did you mean "${nearest}"?`} Models: ${models.join(', ')}.`,
  'empty-step': ({ path, step }) =>
    `Step ${step} of path ${path} has no channel. Give touches without one a name of their own, such as "none", or leave them out.`,
  'value-without-conversion': ({ path }) =>
    `Path ${path} has a value but no conversion. valueMinor is what its conversions are worth together: count them in converted.`,
  'not-ages': ({ path, steps, ages }) =>
    `The ages of path ${path} (${ages.slice(0, 10).join(', ')}) are not one age for each of its ${steps} steps, from 0 and never rising. Give days before the conversion in order of the steps.`,
  'no-ages': ({ path }) =>
    `Path ${path} has no ages, so that time decay cannot weigh its steps. Give the days from each step to the conversion, or choose another model.`,
  'milestone-outside-path': ({ path, milestone, step, steps }) =>
    `The milestone ${milestone} of path ${path} is step ${step}, but its ${steps} steps are numbered from 0. Give the index of the last step up to it, or leave it out.`,
  'too-many-states': ({ states, most, channels, order }) =>
    `${channels} channels make ${states} states of order ${order}, and at most ${most} can be solved. Fold the rarest channels with foldTail first${order > 1 ? ', or choose a lower order' : ''}.`,
  'too-few-groups': ({ groups }) =>
    `A comparison was asked of ${groups} group, but needs two. Give one histogram per group.`,
  'too-few-resamples': ({ resamples, needed }) =>
    `${resamples} resamples cannot give bounds of this confidence: it takes at least ${needed}. Ask for 2000 or more.`,
};

/**
 * What this package throws for a caller's mistake. An empty input is no mistake: it is answered with `null`.
 * @example
 * new StatsError('more-hits-than-trials', { hits: 3, trials: 2 }).message
 * // '3 hits of 2 trials is no proportion: the hits must be a subset of the trials. Count both in the same rows.'
 */
export class StatsError<C extends StatsErrorCode = StatsErrorCode> extends Error {
  override readonly name = 'StatsError';
  /** What went wrong, from a closed list. */
  readonly code: C;
  /** What the message is made of. */
  readonly params: StatsErrorParams[C];

  constructor(code: C, params: StatsErrorParams[C], options?: ErrorOptions) {
    super(messages[code](params), options);
    this.code = code;
    this.params = params;
  }
}
