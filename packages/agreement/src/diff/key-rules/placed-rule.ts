import { behaviour, type KeyRule } from './key-rule.ts';
import { keyRules } from './key-rules.ts';

// A key that the table does not know, in a value that nobody checked: rather behaviour than overlooked.
const unknown: KeyRule = behaviour;

/** A rule with the pattern of its place; the pattern of the whole document is empty. */
export interface PlacedRule {
  readonly pattern: string;
  readonly rule: KeyRule;
}

/** The rule of the whole document. */
export const rootRule: PlacedRule = { pattern: '', rule: behaviour };

/** The rule of what lies behind a key, or of an entry of a list for `[]`. */
export function ruleBelow({ pattern, rule }: PlacedRule, key: string): PlacedRule {
  const base = rule.isCondition === true ? '?' : pattern === 'overrides.*' ? '' : pattern;
  if (key === '[]') return placed(`${base}[]`);
  const own = base === '' ? key : `${base}.${key}`;
  return Object.hasOwn(keyRules, own) ? placed(own) : placed(`${base}.*`);
}

function placed(pattern: string): PlacedRule {
  return { pattern, rule: Object.hasOwn(keyRules, pattern) ? (keyRules[pattern] ?? unknown) : unknown };
}
