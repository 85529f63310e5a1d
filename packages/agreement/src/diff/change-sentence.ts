import type { Agreement } from '../agreement.ts';
import { clausesOf } from '../clause/clauses-of.ts';
import type { Json } from '../effective/merge-patch.ts';
import { clauseInWords } from '../words/clause-in-words.ts';
import { readableName } from '../words/readable-name.ts';
import type { Comparison } from './compare-agreements.ts';
import { consequenceOf } from './consequence-of.ts';
import type { Difference } from './difference.ts';
import { type EffectPlace, isHeld, toCondition } from './effect-place.ts';
import { inEffectText } from './in-effect-text.ts';
import { addressOf, sameWay, valueAt } from './places.ts';
import { ruleAt, subjectOf } from './subject-of.ts';
import { valueInWords } from './value-words.ts';

/** One side of a difference: the agreement, and where in it. */
interface Side {
  readonly agreement: Agreement;
  readonly document: Json;
  readonly path: readonly (string | number)[];
}

/** A difference as a sentence, or two. */
export function changeSentence(difference: Difference, comparison: Comparison, place: EffectPlace | null): string {
  const before = sideBefore(difference, comparison);
  const after = sideAfter(difference, comparison);
  const side = after ?? before;
  if (side === null) return '';
  const said =
    saidAsBefore(difference, side, place) ?? differenceText(difference, { before, after, place, comparison });
  const leads =
    side.path[0] === 'overrides' ? `For leads of the segment “${readableName(String(side.path[1]))}”: ` : '';
  const whole = capitalised(`${leads}${said}`);
  const end = /[.!?…]["”’)]?$/u.test(whole) ? '' : '.';
  return `${whole}${end}${consequenceOf(difference, comparison)}`;
}

function sideBefore({ pathBefore }: Difference, { before, documents }: Comparison): Side | null {
  if (pathBefore === null) return null;
  const path = sameWay(pathBefore, documents.renamed, documents.before);
  return { agreement: before, document: documents.before, path };
}

function sideAfter({ pathAfter }: Difference, { after, documents }: Comparison): Side | null {
  return pathAfter === null ? null : { agreement: after, document: documents.after, path: pathAfter };
}

/** What is said of a difference that leaves everything as it was; `null` for all others. */
function saidAsBefore({ kind, isReworded }: Difference, side: Side, place: EffectPlace | null): string | null {
  const subject = subjectText({ ...side, path: toCondition(side.path) });
  if (isReworded === true) return `${subject} is written in another way, which means the same`;
  const isOther = kind === 'moved' || place === null || !isHeld(place);
  return isOther ? null : `${subject} is written differently, and the same holds as before`;
}

interface Sides {
  readonly before: Side | null;
  readonly after: Side | null;
  readonly place: EffectPlace | null;
  readonly comparison: Comparison;
}

function differenceText(difference: Difference, sides: Sides): string {
  const { before, after } = sides;
  const side = after ?? before;
  if (side === null) return '';
  if (difference.kind === 'moved') return movedText(difference, side);
  if (sides.place !== null) return inEffectText(difference, sides.place, sides.comparison);
  const { condition } = subjectOf(side.document, side.path);
  if (condition !== null) return conditionText(difference, sides);
  if (before === null) return `${subjectText(side)} is new${saidOf(side, difference.after)}`;
  if (after === null) return `${subjectText(side)} is dropped${saidOf(side, difference.before)}`;
  return `${subjectText(side)}: ${valueText(before)} becomes ${valueText(after)}`;
}

function subjectText({ document, path }: Side): string {
  const { thing, part } = subjectOf(document, path);
  if (thing === '') return part;
  return part === '' ? thing : `${thing}, ${part}`;
}

function valueText(side: Side): string {
  const value = valueAt(side.document, side.path);
  const isComplete = side.path[0] !== 'overrides';
  return value === undefined
    ? 'none'
    : valueInWords(value, { at: ruleAt(side.path), agreement: side.agreement, isComplete });
}

/** What a part says: the words of its clause, where it is one. */
function saidOf(side: Side, value: Json | undefined): string {
  const address = addressOf(side.document, side.path);
  const clause = clausesOf(side.agreement).find((one) => one.address === address);
  if (clause !== undefined) return `. ${clauseInWords(side.agreement, clause)}`;
  return value === undefined ? '' : `: ${valueText(side)}`;
}

function movedText(difference: Difference, side: Side): string {
  const subject = subjectText(side);
  const isMeant = difference.at.rule.order === 'behaviour';
  const names = Array.isArray(difference.after) ? (difference.after as readonly Json[]) : [];
  if (!isMeant) return `${subject} is written in another order, which means the same`;
  return `${subject} now comes in this order: ${names.map((name) => readableName(String(name))).join(', ')}`;
}

function conditionText(difference: Difference, sides: Sides): string {
  const side = sides.after ?? sides.before;
  if (side === null) return '';
  const { condition } = subjectOf(side.document, side.path);
  const outer = condition ?? [];
  const isPart = difference.kind !== 'changed' && outer.length === side.path.length;
  const list = isPart ? outer.at(-2) : undefined;
  if (list === 'all' || list === 'any') {
    const subject = subjectText({ ...side, path: toCondition(side.path) });
    const isNew = difference.kind === 'added';
    const verb = list === 'all' ? 'requires that' : 'holds if';
    return `${subject} ${isNew ? 'now also' : 'no longer'} ${verb} ${valueText(side)}`;
  }
  const whole = (one: Side | null) => (one === null ? null : conditionAround(one));
  const before = whole(sides.before);
  const after = whole(sides.after);
  const subject = subjectText({ ...side, path: toCondition(side.path) });
  if (before === null)
    return isPart ? `${subject} is new: ${valueText(side)}` : `${subject}: now ${valueText(after ?? side)}`;
  if (after === null)
    return isPart ? `${subject} is dropped: ${valueText(side)}` : `${subject}: no longer ${valueText(before)}`;
  return `${subject}: ${valueText(before)}; now ${valueText(after)}`;
}

function conditionAround(side: Side): Side {
  const { condition } = subjectOf(side.document, side.path);
  return { ...side, path: condition ?? side.path };
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
