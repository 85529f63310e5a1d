import type { AgreementIssue } from './issue/agreement-issue.ts';
import { formatIssue } from './issue/format-issue.ts';

interface AgreementErrorParams {
  'invalid-agreement': { readonly issues: readonly AgreementIssue[] };
  'not-a-duration': { readonly text: string };
  'not-a-conversion': { readonly from: string; readonly to: string; readonly stages: readonly string[] };
  'segment-undefined': { readonly segment: string; readonly segments: readonly string[] };
  'amount-too-large': { readonly amountMinor: number; readonly from: string; readonly to: string };
  'amount-not-whole': { readonly amountMinor: number };
}

/** Codes of {@link AgreementError}. */
export type AgreementErrorCode = keyof AgreementErrorParams;

const messages: { readonly [C in AgreementErrorCode]: (params: AgreementErrorParams[C]) => string } = {
  'invalid-agreement': ({ issues }) => {
    const [first] = issues;
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
    return `The agreement cannot be used: ${first === undefined ? 'it has an error.' : formatIssue(first)}${more}`;
  },
  'not-a-duration': ({ text }) =>
    `"${text}" is not a duration. Write a whole number and a unit: m, h or d elapse, wh and wd are working time, such as 90d or 4wh.`,
  'not-a-conversion': ({ from, to, stages }) =>
    `There is no conversion from "${from}" to "${to}". A conversion goes from an earlier to a later stage of: ${stages.join(', ')}.`,
  'segment-undefined': ({ segment, segments }) =>
    `The agreement has no segment "${segment}". ${segments.length === 0 ? 'It defines none; add it under segments.' : `It defines: ${segments.join(', ')}.`}`,
  'amount-too-large': ({ amountMinor, from, to }) =>
    `${amountMinor} minor units of ${from} cannot be converted to ${to}: the result is beyond 2^53. Check the amount and the rate.`,
  'amount-not-whole': ({ amountMinor }) =>
    `${amountMinor} is not a whole number of minor units. Give cents, not units: 12.50 EUR is 1250.`,
};

/**
 * What this package throws for a caller's mistake. Faults of a file are returned as issues instead.
 * @example
 * new AgreementError('segment-undefined', { segment: 'smb', segments: ['partner'] }).message
 * // 'The agreement has no segment "smb". It defines: partner.'
 */
export class AgreementError<C extends AgreementErrorCode = AgreementErrorCode> extends Error {
  override readonly name = 'AgreementError';
  /** What went wrong, from a closed list. */
  readonly code: C;
  /** What the message is made of. */
  readonly params: AgreementErrorParams[C];

  constructor(code: C, params: AgreementErrorParams[C], options?: ErrorOptions) {
    super(messages[code](params), options);
    this.code = code;
    this.params = params;
  }
}
