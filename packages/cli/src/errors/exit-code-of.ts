import { type ExitCode, exitCodes } from '../exit-code.ts';
import { CliError } from './cli-error.ts';

/** Codes of errors of the packages below that are a caller's mistake on the command line. */
const wrongUsage: ReadonlySet<string> = new Set([
  'no-metric',
  'unknown-metric',
  'unknown-dimension',
  'unknown-stage',
  'anchor-after-denominator',
  'no-such-anchor',
  'unknown-version',
  'two-grains',
  'repeated-dimension',
  'bad-date',
  'bad-instant',
  'period-reversed',
  'bad-filter',
  'filter-on-calendar',
  'invalid-request',
  'bad-origin',
]);

const locked: ReadonlySet<string> = new Set([
  'locked',
  'busy',
  'import-already-undone',
  'import-built-upon',
  'import-id-taken',
  'port-in-use',
]);
const notAllowed: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'port-not-allowed']);

/** The exit code that an error stands for: by its code, whichever package it comes from. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CliError) return error.exit;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (wrongUsage.has(code)) return exitCodes.wrongUsage;
  if (locked.has(code)) return exitCodes.locked;
  if (notAllowed.has(code)) return exitCodes.notAllowed;
  return exitCodes.failed;
}
