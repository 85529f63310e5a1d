import type { Agreement } from '../../agreement.ts';
import type { Condition } from '../../condition/condition.ts';
import { isAlways, whenPhrase } from '../condition-in-words.ts';
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
  const { which, when, none } = leadsAt(agreement, agreement.exclusions, id);
  return [say`${which} counts nowhere${when}${then}`, ...none, ...meaningOf(found)];
}

/** Leads with a variant of the agreement; without a name: in which order they are looked for. */
export function segmentWords(agreement: Agreement, id: string | undefined): readonly Phrase[] {
  if (id === undefined) return orderWords('segments', agreement.segments);
  const found = agreement.segments.find((entry) => entry.id === id);
  if (found === undefined) return [];
  const { which, when, none } = leadsAt(agreement, agreement.segments, id);
  return [say`${which} belongs to the segment ${nameIn('segments', id)}${when}`, ...none, ...meaningOf(found)];
}

/** Leads that belong to one team of several; without a name: in which order they are looked for. */
export function territoryWords(agreement: Agreement, id: string | undefined): readonly Phrase[] {
  if (id === undefined) return orderWords('territories', agreement.territories);
  const found = agreement.territories.find((entry) => entry.id === id);
  if (found === undefined) return [];
  const { which, when, none } = leadsAt(agreement, agreement.territories, id);
  return [
    say`${which} belongs to the territory ${nameIn('territories', id)}${when}`,
    ...none,
    say`it is the territory of ${nameIn('teams', found.team)}`,
    ...meaningOf(found),
  ];
}

interface Entry {
  readonly id: string;
  readonly when: Condition;
}

/** Which leads an entry takes of those that come to it: the first entry that matches holds. */
function leadsAt(
  agreement: Agreement,
  entries: readonly Entry[],
  id: string,
): { readonly which: string; readonly when: Phrase; readonly none: readonly Phrase[] } {
  const at = entries.findIndex((entry) => entry.id === id);
  const when = entries[at]?.when ?? {};
  const none = entries.slice(0, at).some((entry) => isAlways(entry.when))
    ? [['none is left for it, since another one before it takes every lead']]
    : [];
  if (isAlways(when)) return { which: at === 0 ? 'every lead' : 'every other lead', when: [], none };
  return { which: 'a lead', when: whenPhrase(when, agreement), none };
}

const singular = { exclusions: 'exclusion', segments: 'segment', territories: 'territory' } as const;

function orderWords(
  section: 'exclusions' | 'segments' | 'territories',
  entries: readonly { readonly id: string }[],
): readonly Phrase[] {
  const ids = entries.map(({ id }) => id);
  const names = section === 'exclusions' ? ids.map((id) => `“${readableName(id)}”`) : namesIn(section, ids);
  if (ids.length < 2) return [say`the only ${singular[section]} is ${listed(names, 'and')}`];
  return [say`the first of the ${section} that matches holds: ${listed(names, 'and')}, in this order`];
}
