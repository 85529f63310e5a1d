import { countInWords } from '../words/number-in-words.ts';
import { listed, phraseText } from '../words/phrase.ts';
import { readableName } from '../words/readable-name.ts';
import type { AgreementDiff, Change } from './agreement-diff.ts';
import { sectionTitle } from './diff-sections.ts';

const mostSections = 3;

/**
 * A diff in one sentence: how many changes of behaviour and where, and how many of wording.
 * @returns `No changes.` for an empty diff
 * @example summaryOf(diffAgreements(agreement, agreement)) // 'No changes.'
 */
export function summaryOf({ changes, version }: AgreementDiff): string {
  const behaviour = changes.filter(({ effect }) => effect === 'behaviour');
  const wording = changes.length - behaviour.length;
  if (changes.length === 0) return version.length === 0 ? 'No changes.' : 'No changes but of the version.';
  if (behaviour.length === 0) return `No changes of behaviour, ${wording} of wording.`;
  const rest = wording === 0 ? '' : `, ${wording} of wording`;
  return `${countInWords(behaviour.length, 'change')} of behaviour in ${placesOf(behaviour)}${rest}.`;
}

/** The sections, with the team that alone is concerned. */
function placesOf(changes: readonly Change[]): string {
  const titles = [...new Set(changes.map(sectionTitle))].map(inSentence);
  const shown = titles.slice(0, mostSections);
  const hidden = titles.length - shown.length;
  const parts = hidden === 0 ? shown : [...shown, `${hidden} other ${hidden === 1 ? 'section' : 'sections'}`];
  const teams = [...new Set(changes.flatMap(({ affects }) => affects.teams))];
  const [team = ''] = teams;
  const owner = teams.length === 1 ? `${possessive(readableName(team))} ` : '';
  return `${owner}${phraseText(listed(parts, 'and'))}`;
}

function inSentence(title: string): string {
  return title === 'SLAs' ? title : `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}
