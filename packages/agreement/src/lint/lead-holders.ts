import type { Agreement } from '../agreement.ts';
import { isRelated } from './team-tree.ts';

/**
 * Whether a team, one within it or one above it can have a lead: it qualifies leads, hands them off, gets them by a
 * hand-off or a territory, or runs a program. Where nobody hands off, every team can.
 */
export function canHaveLeads(agreement: Agreement, team: string): boolean {
  const { handOffs, qualified, programs, territories } = agreement;
  if (Object.keys(handOffs).length === 0) return true;
  const holders = [
    ...Object.values(handOffs).flatMap(({ from, to }) => [from, to]),
    ...Object.values(programs).map(({ owner }) => owner),
    ...territories.map((territory) => territory.team),
    ...(qualified === undefined ? [] : [qualified.by]),
  ];
  return holders.some((holder) => isRelated(agreement, holder, team));
}
