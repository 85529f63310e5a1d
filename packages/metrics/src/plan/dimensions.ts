import { type DimensionId, dimensionIds } from '@sameteam/model';
import type { Grain } from './plan.ts';

/** What a dimension is: a calendar grain, or something that facts say. */
export type Dimension =
  | { readonly id: DimensionId; readonly label: string; readonly kind: 'calendar'; readonly grain: Grain }
  | { readonly id: DimensionId; readonly label: string; readonly kind: 'fact' };

const labels: Readonly<Record<DimensionId, string>> = {
  'source.channel': 'Channel',
  'source.medium': 'Medium',
  'source.campaign': 'Campaign',
  'source.landingPage': 'Landing page',
  'source.motion': 'Motion',
  product: 'Product',
  owner: 'Owner',
  team: 'Team',
  segment: 'Segment',
  readiness: 'Readiness',
  grade: 'Grade',
  'company.size': 'Company size',
  'company.industry': 'Industry',
  'company.country': 'Country',
  reason: 'Reason',
  stage: 'Stage',
  version: 'Agreement version',
  cycle: 'First or repeat cycle',
  hand_off: 'Hand-off',
  clause: 'Clause',
  side: 'Side',
  pipeline: 'Pipeline',
  kind: 'Kind of deal',
  competitor: 'Competitor',
  sourcing: 'Sourced by',
  'current.owner': 'Current owner',
  'current.team': 'Current team',
  'current.readiness': 'Current readiness',
  'current.grade': 'Current grade',
  'current.stage': 'Current stage',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
};

const grains: readonly string[] = ['day', 'week', 'month', 'quarter', 'year'] satisfies readonly Grain[];

/**
 * All dimensions. Source dimensions are those of the first capture; what changes over time is read at the anchor, from
 * the fold up to and including its event; `current.*` at as-of (rule 17).
 * @example dimensions.filter(({ kind }) => kind === 'calendar').map(({ id }) => id) // ['day', 'week', 'month', 'quarter', 'year']
 */
export const dimensions: readonly Dimension[] = dimensionIds.map((id) =>
  grains.includes(id)
    ? { id, label: labels[id], kind: 'calendar', grain: id as Grain }
    : { id, label: labels[id], kind: 'fact' },
);

const byId: ReadonlyMap<string, Dimension> = new Map(dimensions.map((dimension) => [dimension.id, dimension]));

/**
 * The dimension of an id; `undefined` for an unknown one.
 * @example dimension('source.channel')?.label // 'Channel'
 */
export function dimension(id: string): Dimension | undefined {
  return byId.get(id);
}
