import { opportunityEventRanks } from './lead-fold.ts';
import { foldRanks } from './promoted.ts';

const opportunityEvents: ReadonlySet<number> = new Set(opportunityEventRanks);

/** Whether events of a rank may name subjects beside their own. */
export function mayNameSubjects(rank: number): boolean {
  return (
    opportunityEvents.has(rank) ||
    rank === foldRanks.converted ||
    rank === foldRanks.linked ||
    rank === foldRanks.unlinked
  );
}

/**
 * The subjects that an event names beside its own: the leads of an opportunity, the opportunity of a lead, the other
 * record of a pair.
 * @param rank rank of its type
 * @param data its data as JSON
 */
export function namedSubjects(rank: number, data: string): readonly string[] {
  if (!mayNameSubjects(rank)) return [];
  const said = JSON.parse(data) as Readonly<Record<string, unknown>>;
  const named = opportunityEvents.has(rank)
    ? Array.isArray(said.leads)
      ? (said.leads as readonly unknown[])
      : []
    : [rank === foldRanks.converted ? said.opportunity : said.with];
  return named.filter((subject) => typeof subject === 'string');
}
