import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { readableName } from '../words/readable-name.ts';
import { type PlacedRule, rootRule, ruleBelow } from './key-rules/placed-rule.ts';
import { addressSteps, valueAt } from './places.ts';
import { thingKinds } from './thing-kinds.ts';
import { keyInWords } from './value-words.ts';

/** What a sentence is about: the thing, and which part of it. */
export interface Subject {
  /** Such as: pipeline “new”, stage “discovery”. Empty outside of every thing. */
  readonly thing: string;
  /** The steps below the thing in words; empty for the thing itself. */
  readonly part: string;
  /** Steps to the innermost condition around it, or that it is; `null` outside of conditions. */
  readonly condition: readonly PathStep[] | null;
}

/** Tells what lies at a path of a document. Segments whose override it lies in are left out. */
export function subjectOf(document: Json, path: readonly PathStep[]): Subject {
  const names = addressSteps(document, path);
  const things: string[] = [];
  let words: string[] = [];
  let condition: readonly PathStep[] | null = null;
  let at: PlacedRule = rootRule;
  for (const [index, step] of path.entries()) {
    const { declares } = at.rule;
    const isPatch = path[0] === 'overrides' && index < 2;
    at = ruleBelow(at, typeof step === 'number' ? '[]' : step);
    if (at.rule.isCondition === true) condition = path.slice(0, index + 1);
    if (isPatch) continue;
    if (declares !== undefined) {
      things.push(`${thingKinds[declares].noun} “${readableName(names[index] ?? '')}”`);
      words = [];
    } else if (typeof step !== 'number') words.push(keyInWords(step));
    else words.push(...entryWords(document, path.slice(0, index + 1)));
  }
  return { thing: things.join(', '), part: words.join(' ').replace(/,$/, ''), condition };
}

/** What tells an entry without id apart from the others: its first text. Its number would say nothing to a reader. */
function entryWords(document: Json, path: readonly PathStep[]): readonly string[] {
  const entry = valueAt(document, path);
  const text = isJsonObject(entry) ? Object.values(entry).find((value) => typeof value === 'string') : undefined;
  return typeof text === 'string' ? [`“${readableName(text)}”,`] : [];
}

/** The rule of what lies at a path. */
export function ruleAt(path: readonly PathStep[]): PlacedRule {
  return path.reduce<PlacedRule>((at, step) => ruleBelow(at, typeof step === 'number' ? '[]' : step), rootRule);
}
