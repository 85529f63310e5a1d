import type { DimensionId, StageId } from '@sameteam/model';
import type { Grain } from './plan.ts';

/** A column of facts that a dimension is read from. */
export type FactColumn =
  | { readonly kind: 'capture'; readonly name: 'channel' | 'medium' | 'campaign' | 'landingPage' | 'motion' }
  | { readonly kind: 'last'; readonly name: 'owner' | 'readiness'; readonly at: StageId | 'current' }
  | { readonly kind: 'segment' };

/** What a dimension is: a calendar grain, or a column that may depend on the anchor. */
export type Dimension =
  | { readonly id: DimensionId; readonly label: string; readonly kind: 'calendar'; readonly grain: Grain }
  | {
      readonly id: DimensionId;
      readonly label: string;
      readonly kind: 'fact';
      readonly column: (anchor: StageId) => FactColumn;
    };

const capture = (
  id: DimensionId,
  label: string,
  name: Extract<FactColumn, { kind: 'capture' }>['name'],
): Dimension => ({
  id,
  label,
  kind: 'fact',
  column: () => ({ kind: 'capture', name }),
});

const atAnchor = (id: DimensionId, label: string, name: 'owner' | 'readiness'): Dimension => ({
  id,
  label,
  kind: 'fact',
  column: (anchor) => ({ kind: 'last', name, at: anchor }),
});

const current = (id: DimensionId, label: string, name: 'owner' | 'readiness'): Dimension => ({
  id,
  label,
  kind: 'fact',
  column: () => ({ kind: 'last', name, at: 'current' }),
});

const calendar = (id: DimensionId & Grain, label: string): Dimension => ({ id, label, kind: 'calendar', grain: id });

/**
 * All dimensions. Source dimensions are those of the first capture; `owner` and `readiness` are read at the anchor,
 * from the fold up to and including its event; `current.*` at as-of (rule 17).
 * @example dimensions.filter(({ kind }) => kind === 'calendar').map(({ id }) => id) // ['day', 'week', 'month', 'quarter', 'year']
 */
export const dimensions: readonly Dimension[] = [
  capture('source.channel', 'Channel', 'channel'),
  capture('source.medium', 'Medium', 'medium'),
  capture('source.campaign', 'Campaign', 'campaign'),
  capture('source.landingPage', 'Landing page', 'landingPage'),
  capture('source.motion', 'Motion', 'motion'),
  atAnchor('owner', 'Owner', 'owner'),
  atAnchor('readiness', 'Readiness', 'readiness'),
  { id: 'segment', label: 'Segment', kind: 'fact', column: () => ({ kind: 'segment' }) },
  current('current.owner', 'Current owner', 'owner'),
  current('current.readiness', 'Current readiness', 'readiness'),
  calendar('day', 'Day'),
  calendar('week', 'Week'),
  calendar('month', 'Month'),
  calendar('quarter', 'Quarter'),
  calendar('year', 'Year'),
];

const byId: ReadonlyMap<string, Dimension> = new Map(dimensions.map((dimension) => [dimension.id, dimension]));

/**
 * The dimension of an id; `undefined` for an unknown one.
 * @example dimension('source.channel')?.label // 'Channel'
 */
export function dimension(id: string): Dimension | undefined {
  return byId.get(id);
}

/**
 * The column whose values a person can choose from: of what changes over time, what holds now. At capture nearly no
 * lead has an owner.
 */
export function currentColumn(of: Extract<Dimension, { kind: 'fact' }>): FactColumn {
  const column = of.column('captured');
  return column.kind === 'last' ? { ...column, at: 'current' } : column;
}
