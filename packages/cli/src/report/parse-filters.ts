import type { ReportFilter } from '@sameteam/api/client';
import { CliError } from '../errors/cli-error.ts';

/**
 * Reads `--where` into filters: values of one dimension are alternatives, dimensions narrow each other.
 * `dimension=value` keeps, `dimension!=value` leaves out, and nothing after `=` is the missing value, which is not the
 * same as the value `unknown`.
 * @throws CliError `bad-filter` for a text without `=`
 * @example parseFilters(['owner=', 'owner=kim']) // [{ dimension: 'owner', in: [null, 'kim'] }]
 */
export function parseFilters(texts: readonly string[]): readonly ReportFilter[] {
  const kept = new Map<string, (string | null)[]>();
  const leftOut = new Map<string, (string | null)[]>();
  for (const text of texts) {
    const [, dimension, not, value] = /^([^=!]+)(!?)=(.*)$/s.exec(text) ?? [];
    if (dimension === undefined) throw new CliError('bad-filter', { found: text });
    const values = not === '!' ? leftOut : kept;
    const name = dimension.trim();
    values.set(name, [...(values.get(name) ?? []), value === '' || value === undefined ? null : value]);
  }
  return [
    ...[...kept].map(([dimension, values]) => ({ dimension, in: values })),
    ...[...leftOut].map(([dimension, values]) => ({ dimension, notIn: values })),
  ];
}
