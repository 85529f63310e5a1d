import type { Agreement } from '../agreement.ts';
import { isWithin } from './team-tree.ts';

/** A team that signs, and all teams within it. */
export interface Side {
  readonly name: string;
  readonly teams: readonly string[];
}

/**
 * The sides of an agreement: each required signer that is a team, with the teams within it. Where one leader signs for
 * all, the sides are the teams right below that team, or else the teams that are part of no other.
 * @returns fewer than two where there is nothing to be shared
 */
export function sidesOf(agreement: Agreement): readonly Side[] {
  const { teams, signatures } = agreement;
  const names = Object.keys(teams);
  const signers = signatures.required.filter((name) => Object.hasOwn(teams, name));
  const [leader] = signers;
  const heads =
    signers.length > 1
      ? signers.filter((name) => !signers.some((other) => other !== name && isWithin(agreement, name, other)))
      : names.filter((name) => teams[name]?.partOf === leader && leader !== undefined);
  const chosen = heads.length > 0 ? heads : names.filter((name) => teams[name]?.partOf === undefined);
  return chosen.map((name) => ({ name, teams: names.filter((team) => isWithin(agreement, team, name)) }));
}
