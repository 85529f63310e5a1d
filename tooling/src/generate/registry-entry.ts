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

/**
 * The sections of the standard report with one metric more, at the end of its section.
 * @throws GeneratorError when the section cannot be found
 */
export function withSection(sections: string, section: string, id: string): string {
  const list = new RegExp(
    `(    id: '${section}',\\n    label: '[^']*',\\n    metrics: \\[\\n(?: {6}'\\w+',\\n)*)( {4}\\],)`,
  );
  if (!list.test(sections))
    throw new GeneratorError(
      `Cannot find the section "${section}" in metric-sections.ts. Add the metric there by hand.`,
    );
  return sections.replace(list, `$1      '${id}',\n$2`);
}

/**
 * What the agreement must know of metrics, with one of leads more.
 * @throws GeneratorError when the list of the unit cannot be found
 */
export function withTraits(traits: string, unit: string, id: string): string {
  const list = new RegExp(
    `(const groups: Groups = \\{\\n  leads: \\{\\n(?:.*\\n)*?    ${unit}: \\[\\n(?: {6}'\\w+',\\n)*)( {4}\\],)`,
  );
  if (!list.test(traits))
    throw new GeneratorError(`Cannot find the unit "${unit}" in metric-traits.ts. Add the metric there by hand.`);
  return traits.replace(list, `$1      '${id}',\n$2`);
}
