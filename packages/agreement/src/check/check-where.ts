import { nearestName } from '@sameteam/model';
import type { Agreement } from '../agreement.ts';
import { isJsonObject } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { type Finding, finding } from '../issue/finding.ts';
import type { FactDimension } from '../vocabulary/fact-dimensions.ts';

/** What the values of a dimension are names of, where an agreement declares them. */
const sections = {
  team: { section: 'teams', kind: 'team', dimensions: ['team', 'side', 'current.team'] },
  segment: { section: 'segments', kind: 'segment', dimensions: ['segment'] },
  readiness: { section: 'readiness', kind: 'readiness', dimensions: ['readiness', 'current.readiness'] },
  reason: { section: 'reasons', kind: 'reason', dimensions: ['reason'] },
  handOff: { section: 'handOffs', kind: 'hand-off', dimensions: ['hand_off'] },
  pipeline: { section: 'pipelines', kind: 'pipeline', dimensions: ['pipeline'] },
  sla: { section: 'sla', kind: 'sla', dimensions: ['clause'] },
} as const;

type Names = (typeof sections)[keyof typeof sections];

const namesByDimension: ReadonlyMap<string, Names> = new Map(
  Object.values(sections).flatMap((names) =>
    names.dimensions.map((dimension): [FactDimension, Names] => [dimension, names]),
  ),
);

/**
 * Finds values that a metric of the agreement's own is limited to and that nothing here is called by, in the document
 * or for a segment. Only warnings: what is counted may be older than a name.
 */
export function checkWhere(agreement: Agreement): readonly Finding[] {
  return Object.entries(agreement.metrics ?? {}).flatMap(([name, metric]) =>
    Object.entries(('where' in metric ? metric.where : null) ?? {}).flatMap(([dimension, values]) => {
      const names = namesByDimension.get(dimension);
      if (names === undefined) return [];
      const known = declaredNames(agreement, names);
      return values.flatMap((value, index) => {
        if (value === null || known.includes(value)) return [];
        const path: readonly PathStep[] = ['metrics', name, 'where', dimension, index];
        const params = { name: value, nearest: nearestName(value, known), known };
        return [finding(`${names.kind}-undefined`, { path, severity: 'warning' }, params)];
      });
    }),
  );
}

/** Names of a section, with those that only a segment has; of promises, their addresses. */
function declaredNames(agreement: Agreement, { section }: Names): readonly string[] {
  const own = section === 'segments' ? agreement.segments.map(({ id }) => id) : Object.keys(agreement[section]);
  const patches = Object.values(agreement.overrides).map((patch): unknown =>
    section === 'teams' || section === 'segments' ? null : patch[section],
  );
  const names = [...new Set([...own, ...patches.flatMap((patch) => (isJsonObject(patch) ? Object.keys(patch) : []))])];
  return section === 'sla' ? names.map((name) => `sla.${name}`) : names;
}
