import type { Definitions, DimensionDefinition } from '@sameteam/api';
import { type Dimension, dimensions, type MetricDefinition, metricClause } from '@sameteam/metrics';
import type { ServiceContext } from '../service-context.ts';

const readings: Readonly<Record<DimensionDefinition['kind'], string>> = {
  capture: 'As the first capture of the lead says.',
  anchor: 'As it was at the event that places the lead in time.',
  current: 'As it is at the as-of time of the report.',
  calendar: "The period of the event that places the lead in time, in the agreement's time zone.",
};

/**
 * What every metric and dimension means, in the order in which people read them. The clause of a metric is the one that
 * its numbers name: the window that the agreement gives it, `windows.default` where it has none of its own.
 * @example (await metricDefinitions(context)).metrics[0]?.id // 'captured'
 */
export async function metricDefinitions({ agreement, engine }: ServiceContext): Promise<Definitions> {
  return {
    metrics: engine.metrics.map((metric) => ({
      ...metric,
      measure: measureOnWire(metric),
      clause: metricClause(metric, agreement),
    })),
    dimensions: dimensions.map(dimensionDefinition),
  };
}

function dimensionDefinition(dimension: Dimension): DimensionDefinition {
  const kind = kindOf(dimension);
  return { id: dimension.id, label: dimension.label, description: readings[kind], kind };
}

function kindOf({ id, kind }: Dimension): DimensionDefinition['kind'] {
  if (kind === 'calendar') return 'calendar';
  if (id.startsWith('current.')) return 'current';
  return id.startsWith('source.') || id === 'product' || id === 'segment' ? 'capture' : 'anchor';
}

/** Of stages a page may know from where to where; of all else it is told the kind. */
function measureOnWire({ measure }: MetricDefinition): Definitions['metrics'][number]['measure'] {
  switch (measure.kind) {
    case 'count':
    case 'ratio':
    case 'within':
    case 'duration':
    case 'sum':
      return measure;
    case 'quotient':
      return { kind: measure.kind, over: measure.over, under: measure.under };
    default:
      return { kind: measure.kind };
  }
}
