interface StatsErrorParams {
  'not-a-count': { readonly name: string; readonly value: number };
  'more-hits-than-trials': { readonly hits: number; readonly trials: number };
  'not-a-probability': { readonly name: string; readonly value: number };
  'not-a-number': { readonly name: string; readonly value: number };
  'unequal-lengths': { readonly name: string; readonly length: number; readonly expected: number };
  'times-not-increasing': { readonly index: number };
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
