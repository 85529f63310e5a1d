import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricFiles } from './metric-files.ts';
import { withMetric, withMetricId } from './registry-entry.ts';
import { writeGenerated } from './write-generated.ts';

const registryPath = 'packages/metrics/src/metrics/registry.ts';
const vocabularyPath = 'packages/model/src/vocabulary/metric-ids.ts';

/**
 * Writes a metric, its test and its entries in the registry and in the vocabulary of the model.
 * @param root of the workspace
 * @returns paths of what was written
 * @throws GeneratorError for an id that says nothing, or one that is taken
 */
export function generateMetric(root: string, id: string): readonly string[] {
  const changed = [
    { path: registryPath, text: withMetric(readFileSync(join(root, registryPath), 'utf8'), id) },
    { path: vocabularyPath, text: withMetricId(readFileSync(join(root, vocabularyPath), 'utf8'), id) },
  ];
  const made = metricFiles(id);
  writeGenerated(root, { made, changed });
  return [...made, ...changed].map(({ path }) => path);
}
