import type { Condition } from '../condition/condition.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { AgreementDocument } from '../schema/agreement-document.ts';

/** Where a condition stands, which decides what it can ask for. */
export type ConditionPlace =
  | 'exclusions'
  | 'segments'
  | 'territories'
  | 'profile'
  | 'readiness'
  | 'qualified'
  | 'handOffs'
  | 'programs'
  | 'sla'
  | 'reasons';

/** A condition of a document. */
export interface PlacedCondition {
  readonly place: ConditionPlace;
  readonly path: readonly PathStep[];
  readonly condition: Condition;
}

/** Every condition of a document with its place, in the order of the sections. */
export function conditionsOf(document: AgreementDocument): readonly PlacedCondition[] {
  const placed: PlacedCondition[] = [];
  const add = (place: ConditionPlace, path: readonly PathStep[], condition: Condition | undefined) => {
    if (condition !== undefined) placed.push({ place, path: [place, ...path], condition });
  };
  for (const [index, { when }] of document.exclusions.entries()) add('exclusions', [index, 'when'], when);
  for (const [index, { when }] of document.segments.entries()) add('segments', [index, 'when'], when);
  for (const [index, { when }] of document.territories.entries()) add('territories', [index, 'when'], when);
  for (const [index, { when }] of (document.profile?.rules ?? []).entries())
    add('profile', ['rules', index, 'when'], when);
  for (const [name, when] of Object.entries(document.readiness)) add('readiness', [name], when);
  add('qualified', ['when'], document.qualified?.when);
  for (const [name, { when }] of Object.entries(document.handOffs)) add('handOffs', [name, 'when'], when);
  for (const [name, { exit }] of Object.entries(document.programs)) add('programs', [name, 'exit'], exit);
  for (const [name, { applies }] of Object.entries(document.sla)) add('sla', [name, 'applies'], applies);
  for (const [name, reason] of Object.entries(document.reasons)) {
    if ('reviveWhen' in reason) add('reasons', [name, 'reviveWhen'], reason.reviveWhen);
  }
  return placed;
}
