import type { Agreement } from '../../agreement.ts';

/** A side of the agreement and the SLAs that it owes. */
export interface Side {
  /** The team that stands for the side. */
  readonly team: string;
  /** Names of SLAs. */
  readonly owes: readonly string[];
}

/**
 * Who owes what, side by side. A team that is part of another owes on its side; where one leader heads all, the teams right
 * below are the sides. Sides that must sign come first, each even if it owes nothing. O(SLAs × depth of teams).
 */
export function sidesOf(agreement: Agreement): readonly Side[] {
  const { sla, teams, signatures } = agreement;
  const owing = Object.entries(sla).map(([name, { of }]) => ({ name, chain: chainOf(teams, of) }));
  const chains = owing.map(({ chain }) => chain);
  const signers = signatures.required.filter((name) => Object.hasOwn(teams, name));
  const shared = sharedDepth([...chains, ...signers.map((name) => chainOf(teams, name))]);
  const sideOf = (chain: readonly string[]) => chain[Math.min(shared, chain.length - 1)] ?? '';
  const signing = shared === 0 ? signers : [];
  const names = [...new Set([...signing, ...chains.map(sideOf)])];
  return names.map((team) => ({
    team,
    owes: owing.filter(({ chain }) => sideOf(chain) === team).map(({ name }) => name),
  }));
}

/** From the team at the top down to this one. */
function chainOf(teams: Agreement['teams'], team: string): readonly string[] {
  const chain: string[] = [];
  for (let at: string | undefined = team; at !== undefined && !chain.includes(at); at = teams[at]?.partOf)
    chain.unshift(at);
  return chain;
}

/** How many teams at the top all chains share, when there is more than one team. */
function sharedDepth(chains: readonly (readonly string[])[]): number {
  const [first] = chains;
  if (first === undefined || new Set(chains.map((chain) => chain.at(-1))).size < 2) return 0;
  let depth = 0;
  while (first[depth] !== undefined && chains.every((chain) => chain[depth] === first[depth])) depth++;
  return depth;
}
