import type { Agreement } from '../../agreement.ts';
import { whenPhrase } from '../condition-in-words.ts';
import { nameIn, namesIn } from '../names.ts';
import { meaningOf } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';
import { readableName } from '../readable-name.ts';

/** Leads that count nowhere; without a name: in which order they are looked for. */
export function exclusionWords(agreement: Agreement, id: string | undefined): readonly Phrase[] {
  if (id === undefined) return orderWords('exclusions', agreement.exclusions);
  const found = agreement.exclusions.find((entry) => entry.id === id);
  if (found === undefined) return [];
  const then = found.then === undefined ? '' : '; it is disqualified';
  return [say`a lead counts nowhere${whenPhrase(found.when, agreement)}${then}`, ...meaningOf(found)];
}

/** Leads with a variant of the agreement; without a name: in which order they are looked for. */
export function segmentWords(agreement: Agreement, id: string | undefined): readonly Phrase[] {
  if (id === undefined) return orderWords('segments', agreement.segments);
  const found = agreement.segments.find((entry) => entry.id === id);
  if (found === undefined) return [];
  return [
    say`a lead belongs to the segment ${nameIn('segments', id)}${whenPhrase(found.when, agreement)}`,
    ...meaningOf(found),
  ];
}

/** Leads that belong to one team of several; without a name: in which order they are looked for. */
export function territoryWords(agreement: Agreement, id: string | undefined): readonly Phrase[] {
  if (id === undefined) return orderWords('territories', agreement.territories);
  const found = agreement.territories.find((entry) => entry.id === id);
  if (found === undefined) return [];
  return [
    say`a lead belongs to the territory ${nameIn('territories', id)}, which is that of ${nameIn('teams', found.team)},${whenPhrase(found.when, agreement)}`,
    ...meaningOf(found),
  ];
}

function orderWords(
  section: 'exclusions' | 'segments' | 'territories',
  entries: readonly { readonly id: string }[],
): readonly Phrase[] {
  const ids = entries.map(({ id }) => id);
  const names = section === 'exclusions' ? ids.map(readableName) : namesIn(section, ids);
  if (ids.length < 2) return [say`the ${section} are: ${listed(names, 'and')}`];
  return [say`the first of the ${section} that matches holds: ${listed(names, 'and')}, in this order`];
}
