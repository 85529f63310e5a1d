import type { Definitions, DimensionDefinition } from '@sameteam/api';
import { type Dimension, metricDefinitions as declared, dimensions } from '@sameteam/metrics';
import type { ServiceContext } from '../service-context.ts';

const readings: Readonly<Record<DimensionDefinition['kind'], string>> = {
  capture: 'As the first capture of the lead says.',
  anchor: 'As it was at the event that places the lead in time.',
  current: 'As it is at the as-of time of the report.',
  calendar: "The period of the event that places the lead in time, in the agreement's time zone.",
};

/**
 * What every metric and dimension means, in the order in which people read them.
 * @example (await metricDefinitions(context)).metrics[0]?.id // 'captured'
 */
export async function metricDefinitions(_context: ServiceContext): Promise<Definitions> {
  return { metrics: declared, dimensions: dimensions.map(dimensionDefinition) };
}

function dimensionDefinition(dimension: Dimension): DimensionDefinition {
  const kind = kindOf(dimension);
  return { id: dimension.id, label: dimension.label, description: readings[kind], kind };
}

function kindOf(dimension: Dimension): DimensionDefinition['kind'] {
  if (dimension.kind === 'calendar') return 'calendar';
  const column = dimension.column('captured');
  if (column.kind !== 'last') return 'capture';
  return column.at === 'current' ? 'current' : 'anchor';
}
