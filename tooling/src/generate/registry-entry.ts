import { GeneratorError } from './generator-error.ts';
import { camelCase, kebabCase } from './names.ts';

/**
 * The registry of metrics with one more: imported in the order of names, listed at the end.
 * @throws GeneratorError when the metric is there, or the list cannot be found
 */
export function withMetric(registry: string, id: string): string {
  const name = camelCase(id);
  const line = `import { ${name} } from './${kebabCase(id)}.ts';`;
  if (registry.includes(line))
    throw new GeneratorError(`There is a metric ${id} already. Choose another id, or edit it.`);
  const list = /(export const metricDefinitions[^=]*= \[\n(?: {2}\w+,\n)*)(\];)/;
  if (!list.test(registry))
    throw new GeneratorError('Cannot find the list of metrics in registry.ts. Add the metric there by hand.');
  return `${line}\n${registry.replace(list, `$1  ${name},\n$2`)}`;
}

/**
 * The vocabulary of metrics with one more, at its end.
 * @throws GeneratorError when the list cannot be found
 */
export function withMetricId(vocabulary: string, id: string): string {
  const list = /(export const metricIds = \[\n(?: {2}'\w+',\n)*)(\] as const;)/;
  if (!list.test(vocabulary))
    throw new GeneratorError('Cannot find the list of ids in metric-ids.ts. Add the metric there by hand.');
  return vocabulary.replace(list, `$1  '${id}',\n$2`);
}
