import { GeneratorError } from './generator-error.ts';
import { camelCase, kebabCase } from './names.ts';

/**
 * The metrics of a section with one more: imported first, listed at the end.
 * @throws GeneratorError when the list cannot be found
 */
export function withMetric(section: string, id: string): string {
  const name = camelCase(id);
  const list = /(export const \w+Metrics[^=]*= \[\n(?: {2}\w+,\n)*)(\];)/;
  if (!list.test(section))
    throw new GeneratorError('Cannot find the list of metrics of the section. Add the metric there by hand.');
  return `import { ${name} } from '../${kebabCase(id)}.ts';\n${section.replace(list, `$1  ${name},\n$2`)}`;
}

/**
 * The table of metrics with one of leads more, at its end.
 * @throws GeneratorError when the table cannot be found
 */
export function withMetricEntry(
  table: string,
  id: string,
  entry: { readonly section: string; readonly unit: string },
): string {
  const rows = /(export const metricTable = \{\n(?: {2}\w+: \{.*\},\n)*)(\} as const)/;
  if (!rows.test(table))
    throw new GeneratorError('Cannot find the table of metrics in metric-table.ts. Add the metric there by hand.');
  const row = `  ${id}: { section: '${entry.section}', facts: 'leads', unit: '${entry.unit}' },\n`;
  return table.replace(rows, `$1${row}$2`);
}

/** @throws GeneratorError when the table has the metric already */
export function refuseKnownMetric(table: string, id: string): void {
  if (table.includes(`\n  ${id}: {`))
    throw new GeneratorError(`There is a metric ${id} already. Choose another id, or edit it.`);
}
