import { CliError } from '../errors/cli-error.ts';
import type { ReportFormat, ReportOptions } from './report-options.ts';

/**
 * The one format that is asked for.
 * @throws CliError `two-formats`
 */
export function reportFormat(options: Pick<ReportOptions, 'json' | 'csv' | 'md'>): ReportFormat {
  const formats = (['json', 'csv', 'md'] as const).filter((format) => options[format]);
  if (formats.length > 1) throw new CliError('two-formats', { formats: formats.map((it) => `--${it}`).join(' and ') });
  return formats[0] ?? 'table';
}
