import type { DimensionId } from '@sameteam/model';
import { columnKind, type FactGrain } from '../facts/schema/fact-schema.ts';
import { stateNames } from '../facts/schema/source-columns.ts';

/** Where a dimension is read: at the anchor of a row, or at as-of. */
export interface DimensionPlace {
  readonly grain: FactGrain;
  /** Name of the anchor's time column without `at_`. */
  readonly anchor: string;
  readonly readAt: 'anchor' | 'now';
}

const states: ReadonlySet<string> = new Set(stateNames);

/** Column of each dimension that has the same name in every grain that knows it. */
const plainColumns: Readonly<Partial<Record<DimensionId, readonly string[]>>> = {
  // A cost knows the channel and the campaign that it was for.
  'source.channel': ['channel'],
  'source.medium': ['medium'],
  'source.campaign': ['campaign'],
  'source.landingPage': ['landing_page'],
  'source.motion': ['motion'],
  product: ['product'],
  segment: ['segment'],
  stage: ['stage', 'state'],
  clause: ['clause'],
  side: ['side'],
  hand_off: ['hand_off'],
  pipeline: ['pipeline'],
  kind: ['kind'],
  competitor: ['competitor'],
  sourcing: ['marketing'],
};

/** State behind each dimension that changes over time. */
const stateOf: Readonly<Partial<Record<DimensionId, string>>> = {
  owner: 'owner',
  team: 'team',
  readiness: 'readiness',
  grade: 'grade',
  reason: 'reason',
  version: 'version',
  cycle: 'cycle',
  'company.size': 'company_size',
  'company.industry': 'industry',
  'company.country': 'country',
};

/**
 * The column of a grain that a dimension is read from: what changes over time at the anchor (rule 17), `current.*` at
 * as-of.
 * @returns `null` where the grain does not know the dimension
 * @example dimensionColumn('owner', { grain: 'leads', anchor: 'mql', readAt: 'anchor' }) // 'owner_at_mql'
 */
export function dimensionColumn(id: DimensionId, place: DimensionPlace): string | null {
  const plain = plainColumns[id];
  if (plain !== undefined) return known(place.grain, ...plain);
  const isCurrent = id.startsWith('current.');
  const name = isCurrent ? id.slice('current.'.length) : id;
  if (isCurrent && name === 'stage') return known(place.grain, 'state', 'stage');
  const state = stateOf[name as DimensionId];
  if (state === undefined || !states.has(state)) return null;
  if (isCurrent || place.readAt === 'now') return known(place.grain, `${state}_at_now`, ...(isCurrent ? [] : [state]));
  // What is told by a later event than the stages (a loss, a push) is read at as-of: nothing else is kept.
  // A hand-off is counted with the rep that it was to, who seldom owns the lead at its instant.
  const columns = [`${state}_at_${place.anchor}`, `${state}_of_cycle`, state, `${state}_at_now`];
  return known(place.grain, ...columns);
}

function known(grain: FactGrain, ...columns: readonly string[]): string | null {
  return columns.find((column) => columnKind(grain, column) !== undefined) ?? null;
}
