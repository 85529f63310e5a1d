import type { ReportOptions } from './report-options.ts';

const kept = {
  agreement: '--agreement',
  agreementVersion: '--agreement-version',
  from: '--from',
  to: '--to',
  asOf: '--as-of',
  knownAt: '--known-at',
  anchor: '--anchor',
} as const satisfies Partial<Record<keyof ReportOptions, string>>;

/**
 * The options that a number was asked with, to be put behind another command on the same number: without them it would be
 * that of another period, of other leads or by another agreement.
 * @returns options behind a blank, quoted where a shell would cut them; empty where there are none
 * @example sameQuestion({ engine: 'duckdb', from: '2026-07-01', where: ['owner=kim'] }) // ' --from 2026-07-01 --where owner=kim'
 */
export function sameQuestion(options: ReportOptions): string {
  const named = Object.entries(kept).flatMap(([key, flag]) => {
    const value = options[key as keyof typeof kept];
    return value === undefined ? [] : [`${flag} ${quoted(String(value))}`];
  });
  const filters = (options.where ?? []).map((filter) => `--where ${quoted(filter)}`);
  return [...named, ...filters].map((text) => ` ${text}`).join('');
}

function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
