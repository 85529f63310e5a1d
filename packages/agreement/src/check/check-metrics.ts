import { metricIds, nearestName, stages } from '@sameteam/model';
import type { PathStep } from '../issue/agreement-issue.ts';
import { type Finding, finding } from '../issue/finding.ts';
import { metricParts } from '../metric/metric-parts.ts';
import { type OwnMetric, ownMetric, ownMetricIds } from '../metric/own-metric.ts';
import { traitsOfMetric } from '../metric/traits-of-metric.ts';
import type { AgreementDocument } from '../schema/agreement-document.ts';
import { dimensionsOfFacts } from '../vocabulary/dimensions-of-facts.ts';
import type { FactDimension } from '../vocabulary/fact-dimensions.ts';
import { readableName } from '../words/readable-name.ts';

type Path = readonly PathStep[];

/**
 * Finds metrics of the agreement's own that cannot be counted, or that mean two things.
 * @param options.metrics ids of the metrics that exist, where there are others than those that come with Sameteam
 */
export function checkMetrics(
  document: AgreementDocument,
  options: { readonly metrics?: readonly string[] },
): readonly Finding[] {
  const { metrics = {} } = document;
  const circles = circularMetrics(document);
  const known = [...new Set([...metricIds, ...(options.metrics ?? []), ...ownMetricIds(document)])];
  return [
    ...circles,
    ...Object.entries(metrics).flatMap(([name, metric]): readonly Finding[] => {
      const path = ['metrics', name];
      return [
        ...builtIn(name, path),
        ...unknownParts(metric, known, path),
        ...reversedStages(metric, path),
        // What goes in a circle has no unit and counts nothing.
        ...(circles.length > 0
          ? []
          : [...mixedUnits(document, metric, path), ...unknownDimensions(document, name, path)]),
      ];
    }),
  ];
}

function builtIn(name: string, path: Path): readonly Finding[] {
  const known: readonly string[] = metricIds;
  return known.includes(name) ? [finding('metric-built-in', { path, atKey: true }, { name })] : [];
}

function unknownParts(metric: OwnMetric, known: readonly string[], path: Path): readonly Finding[] {
  return metricParts(metric)
    .filter((part) => !known.includes(part.metric))
    .map(({ metric: name, path: steps }) =>
      finding('metric-undefined', { path: [...path, ...steps] }, { name, nearest: nearestName(name, known), known }),
    );
}

function circularMetrics(document: AgreementDocument): readonly Finding[] {
  const reported = new Set<string>();
  return ownMetricIds(document).flatMap((start) => {
    const circle = circleFrom(document, start);
    if (circle === null || reported.has(start)) return [];
    for (const one of circle) reported.add(one);
    return [finding('metric-circular', { path: ['metrics', start] }, { metrics: circle })];
  });
}

/** The metrics on a way from one back to itself; `null` where there is no such way. O(metrics and their parts). */
function circleFrom(document: AgreementDocument, start: string): readonly string[] | null {
  const seen = new Set<string>();
  const way = (name: string): readonly string[] | null => {
    const metric = ownMetric(document, name);
    if (metric === null || seen.has(name)) return null;
    seen.add(name);
    for (const { metric: part } of metricParts(metric)) {
      const rest = part === start ? [] : way(part);
      if (rest !== null) return [name, ...rest];
    }
    return null;
  };
  return way(start);
}

function reversedStages(metric: OwnMetric, path: Path): readonly Finding[] {
  const key = 'rate' in metric ? 'rate' : 'time';
  const ends = 'rate' in metric ? metric.rate : 'time' in metric ? metric.time : null;
  if (ends === null) return [];
  const { from, to } = ends;
  const later = stages.slice(stages.indexOf(from) + 1);
  return later.includes(to) ? [] : [finding('stages-reversed', { path: [...path, key, 'to'] }, { from, to, later })];
}

function mixedUnits(document: AgreementDocument, metric: OwnMetric, path: Path): readonly Finding[] {
  if (!('sum' in metric)) return [];
  const parts = metricParts(metric).flatMap(({ metric: name }) => {
    const traits = traitsOfMetric(document, name);
    return traits === null ? [] : [{ metric: name, unit: readableName(traits.unit) }];
  });
  return new Set(parts.map(({ unit }) => unit)).size > 1
    ? [finding('units-mixed', { path: [...path, 'sum'] }, { parts })]
    : [];
}

function unknownDimensions(document: AgreementDocument, name: string, path: Path): readonly Finding[] {
  const metric = ownMetric(document, name);
  const traits = traitsOfMetric(document, name);
  if (metric === null || traits === null || !('where' in metric)) return [];
  const { facts } = traits;
  if (facts === null) {
    const of = 'of' in metric ? metric.of : name;
    return [finding('metric-of-metrics', { path: [...path, 'where'], atKey: true }, { name: of })];
  }
  const known = dimensionsOfFacts[facts];
  return (Object.keys(metric.where ?? {}) as readonly FactDimension[])
    .filter((dimension) => !known.includes(dimension))
    .map((dimension) =>
      finding(
        'dimension-not-known',
        { path: [...path, 'where', dimension], atKey: true },
        { metric: 'of' in metric ? metric.of : name, dimension, known },
      ),
    );
}
