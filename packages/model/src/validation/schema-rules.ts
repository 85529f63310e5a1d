import type { z } from 'zod';
import { marks } from '../wire/marks.ts';
import { cleanPattern } from '../wire/patterns.ts';

/** The limits that a schema of zod declares. */
export interface SchemaRules {
  readonly min: number;
  readonly max: number;
  readonly longest: number;
  readonly isInteger: boolean;
  /** Beside the one of clean text. */
  readonly patterns: readonly RegExp[];
}

/** Reads the limits of a text, a number or a list from the definition of its schema. */
export function schemaRules(schema: z.core.$ZodType): SchemaRules {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  let min: number = Number.MIN_SAFE_INTEGER;
  let max: number = Number.MAX_SAFE_INTEGER;
  let longest: number = marks.get(schema)?.longest ?? Number.POSITIVE_INFINITY;
  const patterns: RegExp[] = [];
  for (const check of def.checks ?? []) {
    const rule = (check as z.core.$ZodChecks)._zod.def;
    if (rule.check === 'greater_than') min = Math.max(min, Number(rule.value));
    if (rule.check === 'less_than') max = Math.min(max, Number(rule.value));
    if (rule.check === 'max_length') longest = Math.min(longest, rule.maximum);
    // What can be kept at all is checked natively, and told apart.
    if (rule.check === 'string_format' && rule.pattern !== undefined && rule.pattern !== cleanPattern)
      patterns.push(rule.pattern);
  }
  return { min, max, longest, isInteger: 'format' in def && def.format === 'safeint', patterns };
}
