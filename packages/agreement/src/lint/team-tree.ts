import type { Agreement } from '../agreement.ts';

type Teams = Pick<Agreement, 'teams'>;

/** A team and the teams that it is part of, itself first. Loading refuses circles. O(depth). */
export function teamsAbove({ teams }: Teams, team: string): readonly string[] {
  const partOf = Object.hasOwn(teams, team) ? teams[team]?.partOf : undefined;
  return partOf === undefined ? [team] : [team, ...teamsAbove({ teams }, partOf)];
}

/** Whether a team is another one or belongs to it. */
export function isWithin(agreement: Teams, team: string, above: string): boolean {
  return teamsAbove(agreement, team).includes(above);
}

/** Whether one of two teams is the other or belongs to it. */
export function isRelated(agreement: Teams, one: string, other: string): boolean {
  return isWithin(agreement, one, other) || isWithin(agreement, other, one);
}
