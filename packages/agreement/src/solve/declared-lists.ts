import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import { conditionParts } from '../condition/condition-kind.ts';

/**
 * An agreement in which every list that its conditions ask for is declared: as one that is kept in a file. For rules
 * that look for what can never hold, since a list that is missing is an issue of its own (`list-undefined`).
 * @returns the agreement itself where all are declared
 */
export function withDeclaredLists(agreement: Agreement): Agreement {
  const { exclusions, segments, profile, readiness, handOffs, territories } = agreement;
  const conditions: readonly Condition[] = [
    ...[...exclusions, ...segments, ...territories, ...(profile?.rules ?? [])].map(({ when }) => when),
    ...Object.values(readiness),
    ...Object.values(handOffs).map(({ when }) => when),
  ];
  const missing = conditions
    .flatMap((condition) => conditionParts(condition))
    .flatMap(({ condition: part }) =>
      'field' in part && 'inList' in part && !Object.hasOwn(agreement.lists, part.inList)
        ? [[part.inList, { file: `${part.inList}.csv`, key: part.field }] as const]
        : [],
    );
  return missing.length === 0
    ? agreement
    : { ...agreement, lists: { ...agreement.lists, ...Object.fromEntries(missing) } };
}
