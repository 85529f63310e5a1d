import type { Agreement } from '../agreement.ts';
import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { readableName } from '../words/readable-name.ts';
import type { Comparison } from './compare-agreements.ts';
import { compareValues } from './compare-values.ts';
import type { Difference } from './difference.ts';
import { type EffectPlace, toCondition } from './effect-place.ts';
import { type FirmStep, firmSteps, valueBySteps } from './firm-steps.ts';
import { orderOf } from './order-of.ts';
import { valueAt } from './places.ts';
import { isSameJson } from './same-json.ts';
import { ruleAt, type Subject, subjectOf } from './subject-of.ts';
import { valueInWords } from './value-words.ts';

/** What a difference in an override makes of what the segment lives by: each value that became another one. */
export function inEffectText(difference: Difference, place: EffectPlace, comparison: Comparison): string {
  const parts = partsOf(place).map((part) => partText(part, comparison.after));
  const texts = parts.map(({ subject, said }, index) => {
    const isNewThing = subject.thing !== parts[index - 1]?.subject.thing;
    const words = [isNewThing ? subject.thing : '', subject.part].filter((text) => text !== '').join(', ');
    return `${words}${said}`;
  });
  return `${texts.join('; ')}${firmText(difference, place, comparison)}`;
}

/** A value that is another one for the segment, and where it stands there. */
interface Part {
  readonly document: Json;
  readonly path: readonly PathStep[];
  readonly isMoved: boolean;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** What is different, key by key and entry by entry; conditions as a whole. */
function partsOf({ steps, at, documents, before, after }: EffectPlace): readonly Part[] {
  const start = { pathBefore: pathOf(documents.before, steps), pathAfter: pathOf(documents.after, steps) };
  const parts = compareValues(before, after, { at, ...start }).map((one): Part => {
    const document = one.pathAfter === null ? documents.before : documents.after;
    const inner = one.pathAfter ?? one.pathBefore ?? [];
    const path = toCondition(inner);
    if (path.length === inner.length) {
      const values = {
        before: valueIn(documents.before, one.pathBefore),
        after: valueIn(documents.after, one.pathAfter),
      };
      return { document, path, isMoved: one.kind === 'moved', ...values };
    }
    const whole = firmSteps(document, path);
    const values = { before: valueBySteps(documents.before, whole), after: valueBySteps(documents.after, whole) };
    return { document, path, isMoved: false, ...values };
  });
  return parts.filter(({ path }, index) => parts.findIndex((part) => isSameJson(part.path, path)) === index);
}

function valueIn(document: Json, path: readonly PathStep[] | null): Json | undefined {
  return path === null ? undefined : valueAt(document, path);
}

function pathOf(document: Json, steps: readonly FirmStep[]): readonly PathStep[] {
  return steps.map(({ key, isId }, index) => {
    const list = valueBySteps(document, steps.slice(0, index));
    const entries = isId && Array.isArray(list) ? (list as readonly Json[]) : [];
    const found = entries.findIndex((entry) => isJsonObject(entry) && entry.id === key);
    // An entry that is not there has a number all the same, by which its rule is found.
    return isId ? Math.max(found, 0) : key;
  });
}

function partText({ document, path, isMoved, before, after }: Part, agreement: Agreement): Said {
  const subject = subjectOf(document, path);
  const order = isMoved ? orderOf(after ?? []) : [];
  if (isMoved && Array.isArray(order)) {
    const names = (order as readonly Json[]).map((name) => (typeof name === 'string' ? readableName(name) : ''));
    return { subject, said: ` now comes in this order: ${names.join(', ')}` };
  }
  const at = ruleAt(path);
  const words = (value: Json | undefined) =>
    value === undefined ? 'nothing' : valueInWords(withoutName(value, path), { at, agreement, isComplete: true });
  return { subject, said: `: ${words(before)} becomes ${words(after)}` };
}

// An entry is called by its id already.
function withoutName(value: Json, path: readonly PathStep[]): Json {
  if (!isJsonObject(value) || typeof path.at(-1) !== 'number') return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'id'));
}

interface Said {
  readonly subject: Subject;
  readonly said: string;
}

/** Whether the segment has something of its own from now on, or what all others have had and keep. */
function firmText({ kind }: Difference, { steps, after }: EffectPlace, comparison: Comparison): string {
  const others = comparison.effective(null);
  const [was, is] = [others.before, others.after].map((one) => (one === null ? undefined : valueBySteps(one, steps)));
  if (kind === 'added') return after === undefined || isSameJson(is, after) ? '' : ' (its own)';
  return kind === 'removed' && isSameJson(was, is) && isSameJson(is, after) ? ' (as for all other leads)' : '';
}
