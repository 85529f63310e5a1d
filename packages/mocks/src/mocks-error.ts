/** Every way in which a call of this package can be wrong, with what its message tells. */
const messages = {
  'not-a-count': ({ option, value }: { option: string; value: string }) =>
    `Cannot simulate a company: ${option} is ${value}. Give a whole number of at least 1.`,
  'not-a-seed': ({ value }: { value: string }) =>
    `Cannot simulate a company: the seed is ${value}. Give a whole number, such as 1.`,
  'bad-start': ({ value }: { value: string }) =>
    `Cannot simulate a company: it cannot start on ${value}. Give the first day of a month from 1997-01-01 to 2090-12-01, such as 2024-10-01.`,
  'bad-end': ({ value, start }: { value: string; start: string }) =>
    `Cannot simulate a company: it cannot end at ${value}. Give an instant after ${start}, at most 40 years later, such as 2026-10-01T00:00:00Z.`,
} as const;

type Messages = typeof messages;

/** A code of `MocksError`. */
export type MocksErrorCode = keyof Messages;

/**
 * A wrong call of this package: what failed, why, and what to do.
 * @example
 * new MocksError('not-a-seed', { value: '1.5' }).message
 * // 'Cannot simulate a company: the seed is 1.5. Give a whole number, such as 1.'
 */
export class MocksError<C extends MocksErrorCode = MocksErrorCode> extends Error {
  readonly code: C;
  readonly params: Parameters<Messages[C]>[0];

  constructor(code: C, params: Parameters<Messages[C]>[0]) {
    super((messages[code] as (params: Parameters<Messages[C]>[0]) => string)(params));
    this.name = 'MocksError';
    this.code = code;
    this.params = params;
  }
}
