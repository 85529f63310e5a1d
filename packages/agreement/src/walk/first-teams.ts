import type { Agreement } from '../agreement.ts';

/**
 * The teams that have new leads: the one that qualifies them, and those that hand leads off and get none. Where no
 * team is either, the one that the first hand-off is from; without any hand-off, the one that defines engagement.
 * O(hand-offs²).
 * @returns an empty list where the agreement does not say who has new leads
 * @example firstTeams(defaultAgreement) // ['marketing']
 */
export function firstTeams(agreement: Agreement): readonly string[] {
  const handOffs = agreement.order.handOffs.flatMap((id) => agreement.handOffs[id] ?? []);
  const receivers = new Set(handOffs.map(({ to }) => to));
  const { qualified, engagement } = agreement;
  const first = new Set([
    ...(qualified === undefined ? [] : [qualified.by]),
    ...handOffs.map(({ from }) => from).filter((team) => !receivers.has(team)),
  ]);
  if (first.size > 0) return [...first];
  const fallback = handOffs[0]?.from ?? engagement?.owner;
  return fallback === undefined ? [] : [fallback];
}
