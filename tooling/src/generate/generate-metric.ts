import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricFiles } from './metric-files.ts';
import { type MetricKind, metricKind } from './metric-kind.ts';
import { withMetric, withMetricId, withSection, withTraits } from './registry-entry.ts';
import { writeGenerated } from './write-generated.ts';

const registryPath = 'packages/metrics/src/metrics/registry.ts';
const sectionsPath = 'packages/metrics/src/metrics/metric-sections.ts';
const traitsPath = 'packages/agreement/src/vocabulary/metric-traits.ts';
const vocabularyPath = 'packages/model/src/vocabulary/metric-ids.ts';

/** Section of the standard report and unit, by what a metric is. */
const places = {
  count: { section: 'funnel', unit: 'leads' },
  ratio: { section: 'funnel', unit: 'ratio' },
  within: { section: 'cohorts', unit: 'ratio' },
  duration: { section: 'velocity', unit: 'days' },
} as const satisfies Readonly<Record<MetricKind['kind'], object>>;

/**
 * Writes a metric, its test and its entries: in the registry, in the vocabulary of the model, in the standard report, and
 * in what the agreement knows of metrics.
 * @param root of the workspace
 * @returns paths of what was written
 * @throws GeneratorError for an id that says nothing, or one that is taken
 */
export function generateMetric(root: string, id: string): readonly string[] {
  const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
  const registry = withMetric(textOf(registryPath), id);
  const made = metricFiles(id);
  const { section, unit } = places[metricKind(id).kind];
  const changed = [
    { path: registryPath, text: registry },
    { path: vocabularyPath, text: withMetricId(textOf(vocabularyPath), id) },
    { path: sectionsPath, text: withSection(textOf(sectionsPath), section, id) },
    { path: traitsPath, text: withTraits(textOf(traitsPath), unit, id) },
  ];
  writeGenerated(root, { made, changed });
  return [...made, ...changed].map(({ path }) => path);
}
