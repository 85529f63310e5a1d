import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricFiles } from './metric-files.ts';
import { type MetricKind, metricKind } from './metric-kind.ts';
import { refuseKnownMetric, withMetric, withMetricEntry } from './registry-entry.ts';
import { writeGenerated } from './write-generated.ts';

const tablePath = 'packages/model/src/vocabulary/metric-table.ts';

/** Section of the standard report and unit, by what a metric is. */
const entries = {
  count: { section: 'funnel', unit: 'leads' },
  ratio: { section: 'funnel', unit: 'ratio' },
  within: { section: 'cohorts', unit: 'ratio' },
  duration: { section: 'velocity', unit: 'days' },
} as const satisfies Readonly<Record<MetricKind['kind'], object>>;

/**
 * Writes a metric, its test and its two entries: in the table of the model, and among the metrics of its section.
 * @param root of the workspace
 * @returns paths of what was written
 * @throws GeneratorError for an id that says nothing, or one that is taken
 */
export function generateMetric(root: string, id: string): readonly string[] {
  const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
  const table = textOf(tablePath);
  refuseKnownMetric(table, id);
  const entry = entries[metricKind(id).kind];
  const sectionPath = `packages/metrics/src/metrics/sections/${entry.section}-metrics.ts`;
  const changed = [
    { path: tablePath, text: withMetricEntry(table, id, entry) },
    { path: sectionPath, text: withMetric(textOf(sectionPath), id) },
  ];
  const made = metricFiles(id);
  writeGenerated(root, { made, changed });
  return [...made, ...changed].map(({ path }) => path);
}
