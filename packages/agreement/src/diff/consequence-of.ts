import { headTeams } from '../effective/complete-document.ts';
import { isJsonObject } from '../effective/merge-patch.ts';
import { listed, phraseText } from '../words/phrase.ts';
import { readableName } from '../words/readable-name.ts';
import type { Comparison } from './compare-agreements.ts';
import type { Difference } from './difference.ts';
import { metricUses } from './metric-uses.ts';
import { namedList } from './named-list.ts';

/**
 * What follows from a difference and is not told by itself: who signs, which calendars, which numbers, and the place in
 * an order.
 * @returns an empty text, or a sentence with a space before it
 */
export function consequenceOf(difference: Difference, comparison: Comparison): string {
  const [section, name] = difference.pathAfter ?? difference.pathBefore ?? [];
  if (section === 'timeZone') return calendarsText(comparison);
  if (section === 'teams') return signersText(difference, comparison);
  if (section === 'metrics') return numbersText(difference, comparison);
  return difference.kind === 'added' && typeof name !== 'undefined' ? orderText(difference, comparison) : '';
}

function calendarsText({ derived }: Comparison): string {
  const { calendars } = derived;
  if (calendars.length === 0) return '';
  return ` So ${calendars.length === 1 ? 'does the zone of the calendar' : 'do the zones of the calendars'} ${namedList(calendars)}.`;
}

function signersText({ pathBefore, pathAfter }: Difference, { before, after, derived, renames }: Comparison): string {
  const [, team, key] = pathAfter ?? pathBefore ?? [];
  const isAboutSigning = typeof team === 'string' && (key === undefined || key === 'partOf');
  if (!derived.signers || !isAboutSigning) return '';
  const old = renames.find((rename) => rename.after.kind === 'team' && rename.after.name === team)?.before.name ?? team;
  const did = headTeams(before.teams).includes(old);
  const does = headTeams(after.teams).includes(team);
  if (did === does) return '';
  return does ? ' It has to sign as well.' : ' It does not have to sign any more.';
}

/** What becomes of the numbers where a metric counts something else. */
function numbersText({ kind, pathBefore, pathAfter }: Difference, { documents }: Comparison): string {
  const [, name, key] = pathAfter ?? pathBefore ?? [];
  const isWhole = key === undefined && kind !== 'changed';
  if (typeof name !== 'string' || isWhole || ['means', 'label', 'owner', 'better'].includes(String(key))) return '';
  const uses = metricUses(documents.after, name);
  const rest = uses.length === 0 ? '' : `, and with it ${phraseText(listed(uses, 'and'))}`;
  return ` It counts something else now${rest}: numbers before and after cannot be compared.`;
}

/** Where something new stands among those of which the first holds. */
function orderText({ at, pathAfter, after }: Difference, { after: agreement }: Comparison): string {
  const path = pathAfter ?? [];
  const [section, name] = path;
  if (section !== 'readiness' && section !== 'handOffs') {
    const isOrdered = ['exclusions[]', 'segments[]', 'territories[]', 'pipelines.*.stages[]'].includes(at.pattern);
    const index = path.at(-1);
    if (!isOrdered || typeof index !== 'number' || !isJsonObject(after)) return '';
    return ` It is number ${index + 1} in the order.`;
  }
  if (path.length !== 2) return '';
  const names = agreement.order[section];
  const index = names.indexOf(String(name));
  const next = names[index + 1];
  return next === undefined ? ' It comes last.' : ` It comes before “${readableName(next)}”.`;
}
