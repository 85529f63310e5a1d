import type { Agreement } from '../agreement.ts';
import { readableName } from '../words/readable-name.ts';
import { affectedBy } from './affected-by.ts';
import type { AgreementDiff, Change } from './agreement-diff.ts';
import { changeSentence } from './change-sentence.ts';
import { type ClauseOf, clauseFinder } from './clause-finder.ts';
import { type Comparison, compareAgreements } from './compare-agreements.ts';
import { compareValues } from './compare-values.ts';
import type { Difference } from './difference.ts';
import { effectOf } from './effect-of.ts';
import { effectPlace } from './effect-place.ts';
import { inEffectOf } from './in-effect-of.ts';
import { keyRules } from './key-rules/key-rules.ts';
import { rootRule } from './key-rules/placed-rule.ts';
import { orderOf } from './order-of.ts';
import { addressOf, addressSteps, sameWay, valueAt } from './places.ts';
import { type RenamedThing, renamedThings } from './renamed-things.ts';
import { thingKinds } from './thing-kinds.ts';

/**
 * What is different between two agreements, by meaning: each change with its clause, its value before and after, a
 * sentence, and whom it concerns. Writing the same in another way is no change. A thing that has another name is told
 * once, without the places that speak of it. Another order of what has none is wording. What follows from a change,
 * such as who must sign when a team is added, is told with it.
 * O(size of both + pairs of names that only one of them has).
 * @param before an agreement with its defaults, as `parseAgreement` gives it
 * @param after another one, usually the next version
 * @returns two empty lists for agreements that say the same
 * @example diffAgreements(agreement, { ...agreement, currency: 'CHF' }).changes[0]?.sentence // 'Currency: EUR becomes CHF.'
 */
export function diffAgreements(before: Agreement, after: Agreement): AgreementDiff {
  const comparison = compareAgreements(before, after);
  const { renamed, after: document } = comparison.documents;
  const clauses = { before: clauseFinder(before), after: clauseFinder(after) };
  const found = compareValues(renamed, document, { at: rootRule, pathBefore: [], pathAfter: [] });
  const changes = [
    ...renamedThings(comparison).map((thing) => changeOfName(thing, comparison, clauses)),
    ...found.map((difference) => changeOf(difference, comparison, clauses)),
  ].sort((one, other) => sectionIndex(one) - sectionIndex(other));
  return {
    changes: changes.filter(({ address }) => !versionKeys.has(address)),
    version: changes.filter(({ address }) => versionKeys.has(address)),
  };
}

const versionKeys: ReadonlySet<string> = new Set(['version', 'effective', 'until']);

interface Clauses {
  readonly before: ClauseOf;
  readonly after: ClauseOf;
}

function changeOf(difference: Difference, comparison: Comparison, clauses: Clauses): Change {
  const { kind, pathBefore, pathAfter } = difference;
  const { documents } = comparison;
  const old = pathBefore === null ? null : sameWay(pathBefore, documents.renamed, documents.before);
  const inEffect = inEffectOf(difference, comparison);
  const place = effectPlace(difference, comparison);
  const effect = effectOf(difference, place);
  const places = {
    before: old === null ? null : addressOf(documents.before, old),
    after: pathAfter === null ? null : addressOf(documents.after, pathAfter),
  };
  const clause =
    pathAfter === null
      ? clauses.before(addressSteps(documents.before, old ?? []))
      : clauses.after(addressSteps(documents.after, pathAfter));
  const oldValue = old === null ? undefined : valueAt(documents.before, old);
  const concern = { pathBefore, pathAfter, kind, effect };
  return {
    address: places.after ?? places.before ?? '',
    was: places.after !== null && places.before !== null && places.before !== places.after ? places.before : null,
    clause: clause.address,
    kind,
    effect,
    ...(oldValue === undefined ? {} : { before: kind === 'moved' ? orderOf(oldValue) : oldValue }),
    ...(difference.after === undefined ? {} : { after: difference.after }),
    sentence: changeSentence(difference, comparison, place),
    affects: affectedBy(concern, comparison, pathAfter === null ? clauses.before : clauses.after),
    ...(inEffect === null ? {} : { inEffect }),
  };
}

function changeOfName(thing: RenamedThing, comparison: Comparison, clauses: Clauses): Change {
  const { rename, pathBefore, pathAfter } = thing;
  const { documents } = comparison;
  const { noun, renamed: effect } = thingKinds[rename.after.kind];
  const names = { before: readableName(rename.before.name), after: readableName(rename.after.name) };
  const said = names.before === names.after ? { before: rename.before.name, after: rename.after.name } : names;
  const recorded = effect === 'wording' ? '' : ' What was recorded until now keeps the old name.';
  const concern = { pathBefore: null, pathAfter, kind: 'renamed', effect } as const;
  return {
    address: addressOf(documents.after, pathAfter),
    was: addressOf(documents.before, pathBefore),
    clause: clauses.after(addressSteps(documents.after, pathAfter)).address,
    kind: 'renamed',
    effect,
    before: rename.before.name,
    after: rename.after.name,
    sentence: `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)} “${said.before}” is now called “${said.after}”.${recorded}`,
    affects: affectedBy(concern, comparison, clauses.after),
  };
}

const sections = Object.keys(keyRules).filter((pattern) => !/[.[?]/.test(pattern));

function sectionIndex({ address }: Change): number {
  const [section = ''] = address.split('.');
  return sections.indexOf(section);
}
