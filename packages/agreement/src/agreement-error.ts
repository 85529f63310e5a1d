import type { AgreementIssue } from './issue/agreement-issue.ts';
import { formatIssue } from './issue/format-issue.ts';

interface AgreementErrorParams {
  'invalid-agreement': { readonly issues: readonly AgreementIssue[] };
  'not-a-duration': { readonly text: string };
  'not-a-conversion': { readonly from: string; readonly to: string; readonly stages: readonly string[] };
  'segment-undefined': { readonly segment: string; readonly segments: readonly string[] };
  'amount-too-large': { readonly amountMinor: number; readonly from: string; readonly to: string };
  'amount-not-whole': { readonly amountMinor: number };
  'search-too-large': { readonly mostWork: number };
  'zone-unknown': { readonly zone: string };
  'holidays-missing': { readonly region: string; readonly year: number | null };
  'holiday-region-unknown': { readonly region: string; readonly nearest: string | null };
  'instant-outside-calendar': { readonly atMs: number };
  'working-time-ends': { readonly fromMs: number; readonly seconds: number; readonly zone: string };
  'not-whole-seconds': { readonly seconds: number };
  'not-years': { readonly fromYear: number; readonly toYear: number };
  'not-days': { readonly from: string; readonly to: string };
  'signer-not-named': { readonly signer: string; readonly signers: readonly string[] };
  'key-not-named': { readonly signer: string; readonly key: string };
  'not-own-key': { readonly signer: string };
  'key-shared': { readonly signers: readonly string[] };
  'pins-not-own': {
    readonly signers: readonly string[];
    /** The first ten. */
    readonly differences: readonly string[];
    readonly more: number;
  };
  'clock-behind': { readonly signer: string; readonly signedAt: string; readonly now: string };
  'not-signable': { readonly what: string; readonly found: string; readonly remedy: string };
  'not-a-key-file': object;
  'passphrase-missing': { readonly signer: string };
  'passphrase-wrong': { readonly signer: string };
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
    `"${text}" is not a duration. Write a whole number and a unit: m, h or d elapse, wm, wh and wd are working time, such as 90d or 4wh.`,
  'not-a-conversion': ({ from, to, stages }) =>
    `There is no conversion from "${from}" to "${to}". A conversion goes from an earlier to a later stage of: ${stages.join(', ')}.`,
  'segment-undefined': ({ segment, segments }) =>
    `The agreement has no segment "${segment}". ${segments.length === 0 ? 'It defines none; add it under segments.' : `It defines: ${segments.join(', ')}.`}`,
  'amount-too-large': ({ amountMinor, from, to }) =>
    `${amountMinor} minor units of ${from} cannot be converted to ${to}: the result is beyond 2^53. Check the amount and the rate.`,
  'amount-not-whole': ({ amountMinor }) =>
    `${amountMinor} is not a whole number of minor units. Give cents, not units: 12.50 EUR is 1250.`,
  'zone-unknown': ({ zone }) =>
    `There is no time zone "${zone}". Name one of the IANA database, such as Europe/Berlin.`,
  'holidays-missing': ({ region, year }) =>
    `The public holidays of ${region}${year === null ? '' : ` in ${year}`} are not known, so that working time cannot be counted. Pass a source as holidays, such as publicHolidays of @sameteam/agreement/holidays, or pins that have them.`,
  'holiday-region-unknown': ({ region, nearest }) =>
    `There are no public holidays for "${region}".${nearest === null ? '' : ` Did you mean "${nearest}"?`} Name a country such as DE, or one of its regions such as DE-BY.`,
  'instant-outside-calendar': ({ atMs }) =>
    `Working time cannot be counted at ${describeInstant(atMs)}. Give whole UTC milliseconds of the years 1900 to 2199.`,
  'working-time-ends': ({ fromMs, seconds, zone }) =>
    `The calendar in ${zone} has no ${Math.abs(seconds)} working seconds ${seconds < 0 ? 'before' : 'after'} ${describeInstant(fromMs)} within the years 1900 to 2199. Look at its days, hours and closed days: it may never be open.`,
  'not-whole-seconds': ({ seconds }) => `${seconds} is not a whole number of seconds. Round it first.`,
  'not-years': ({ fromYear, toYear }) =>
    `Calendars cannot be pinned from ${fromYear} to ${toYear}. Give two years between 1970 and 2199, the earlier one first.`,
  'not-days': ({ from, to }) =>
    `There are no days from "${from}" to "${to}". Give two days such as 2026-01-01, the earlier one first.`,
  'signer-not-named': ({ signer, signers }) =>
    `The agreement does not ask "${signer}" to sign. ${signers.length === 0 ? 'It asks nobody' : `It asks: ${signers.join(', ')}`}; change that under signatures.`,
  'key-not-named': ({ signer, key }) =>
    `The agreement names no key of "${signer}", so that nobody could check the signature. Add this under signatures.keys, before anybody signs: ${signer}: ${key}`,
  'not-own-key': ({ signer }) =>
    `This key is not the one that the agreement names under signatures.keys.${signer}. Use that one, or name the new one there and let all sign again.`,
  'key-shared': ({ signers }) =>
    `Nothing was signed: the agreement names one key for ${listed(signers)}, and who has it could sign for all of them. Make a key for each, and name them under signatures.keys; or let one name sign alone.`,
  'pins-not-own': ({ signers, differences, more }) =>
    `Nothing was signed: ${listed(signers)} signed other dates than are known here: ${differences.join('; ')}${more === 0 ? '' : `; and ${more} more`}. Look which are right. If theirs are, sign with takeDates (on the command line --take-dates); if not, let them sign again.`,
  'clock-behind': ({ signer, signedAt, now }) =>
    `Nothing was signed: "${signer}" signed at ${signedAt}, and the clock here says ${now}. Set the clock that is wrong. If it was theirs, let "${signer}" sign again.`,
  'not-signable': ({ what, found, remedy }) => `Nothing was signed: ${what} is ${found}. ${remedy}`,
  'not-a-key-file': () =>
    'The file holds no key to sign with, or it is not complete. Name the file that "sameteam agreement keygen" has written, or make a new key.',
  'passphrase-missing': ({ signer }) => `The key of "${signer}" is encrypted. Give its passphrase.`,
  'passphrase-wrong': ({ signer }) =>
    `The key of "${signer}" cannot be opened: the passphrase is wrong, or the file was changed. Try again, or make a new key.`,
  'search-too-large': ({ mostWork }) =>
    `Whether there is such a lead was not decided: the search was given up after ${mostWork} steps. Ask for less at once: fewer caps on rules of one activity, smaller counts, or conditions that share fewer fields.`,
};

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' and ');
}

function describeInstant(atMs: number): string {
  return Math.abs(atMs) <= 8.64e15 ? new Date(atMs).toISOString() : String(atMs);
}

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
