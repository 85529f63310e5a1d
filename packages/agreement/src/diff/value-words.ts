import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import { durationPattern } from '../duration/parse-duration.ts';
import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { MetricWhere } from '../metric/own-metric.ts';
import type { Field } from '../vocabulary/fields.ts';
import { conditionInWords } from '../words/condition-in-words.ts';
import { durationInWords } from '../words/duration-in-words.ts';
import { fieldPhrase } from '../words/field-in-words.ts';
import { metricInWords } from '../words/metric-in-words.ts';
import { numberInWords } from '../words/number-in-words.ts';
import { listed, phraseText } from '../words/phrase.ts';
import { readableName } from '../words/readable-name.ts';
import { shareInWords } from '../words/share-in-words.ts';
import { shownText } from '../words/shown-text.ts';
import { whereInWords } from '../words/where-in-words.ts';
import { type PlacedRule, ruleBelow } from './key-rules/placed-rule.ts';

/** What is needed to say a value. */
export interface Spoken {
  readonly at: PlacedRule;
  readonly agreement: Agreement;
  /** Whether it is complete, with its defaults; what an override says is not. */
  readonly isComplete: boolean;
}

/** A value of an agreement as it is read. */
export function valueInWords(value: Json, spoken: Spoken): string {
  const { at, agreement, isComplete } = spoken;
  if (at.rule.isCondition === true && isComplete) return conditionInWords(value as Condition, agreement);
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return at.rule.unit === 'share' ? shareInWords(value) : numberInWords(value);
  if (typeof value === 'string') return textInWords(value, at);
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => {
      const inner = typeof item === 'object' && item !== null ? ruleBelow(at, '[]') : at;
      return valueInWords(item, { ...spoken, at: inner });
    });
    return items.length === 0 ? 'none' : phraseText(listed(items, isChoice(at) ? 'or' : 'and'));
  }
  if (at.pattern === 'metrics.*.where') return whereInWords(value as MetricWhere);
  return isJsonObject(value) ? objectInWords(value, spoken) : '';
}

// Of the lists of a condition, one that matches is enough, except for `all` and the ends of a range.
function isChoice({ pattern }: PlacedRule): boolean {
  return pattern.startsWith('?.') && pattern !== '?.all' && pattern !== '?.between';
}

function objectInWords(value: Readonly<Record<string, Json>>, spoken: Spoken): string {
  const said = Object.entries(value)
    .filter(([, own]) => !Array.isArray(own) || own.length > 0)
    .map(([key, own]) => `${keyInWords(key)} ${valueInWords(own, { ...spoken, at: ruleBelow(spoken.at, key) })}`);
  return said.length === 0 ? 'nothing more' : said.join(', ');
}

function textInWords(value: string, { rule }: PlacedRule): string {
  if (rule.effect === 'wording') return `“${shownText(value)}”`;
  if (rule.unit === 'duration' && durationPattern.test(value)) return durationInWords(value);
  if (rule.unit === 'field') return phraseText(fieldPhrase(value as Field));
  if (rule.unit === 'metric') return metricInWords(value);
  if (rule.unit === 'stage') return readableName(value);
  return rule.refers === undefined ? shownText(value) : readableName(value);
}

/** Keys that say more in other words. */
const keyWords: Readonly<Record<string, string>> = {
  means: 'meaning',
  of: 'owed by',
  closed: 'days off',
  order: 'order of',
  handOffs: 'hand-offs',
  handOff: 'hand-off',
  when: 'condition',
  applies: 'leads that it applies to',
  sla: 'SLAs',
  where: 'what is counted',
};

/**
 * A key of a document as words.
 * @example keyInWords('revisitAfter') // 'revisit after'
 */
export function keyInWords(key: string): string {
  if (Object.hasOwn(keyWords, key)) return keyWords[key] ?? key;
  return readableName(key.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}
