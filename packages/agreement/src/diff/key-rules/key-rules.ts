import { conditionRules } from './condition-rules.ts';
import { figureRules } from './figure-rules.ts';
import { houseRules } from './house-rules.ts';
import type { KeyRules } from './key-rule.ts';
import { leadRules } from './lead-rules.ts';
import { promiseRules } from './promise-rules.ts';

/**
 * A rule for every key of the JSON Schema: `*` is any name, `[]` an entry of a list, and what stands behind `?` is
 * inside of a condition. Wording is what only people read; whatever an engine, a number or lint reads is behaviour.
 * In overrides the rules of the sections hold.
 */
export const keyRules: KeyRules = {
  ...houseRules,
  ...leadRules,
  ...promiseRules,
  ...figureRules,
  ...conditionRules,
};
