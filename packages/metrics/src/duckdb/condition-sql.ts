import type { Agreement, Condition } from '@sameteam/agreement';
import { captureFields } from '../facts/capture-fields.ts';
import { leadFold } from '../facts/lead-fold.ts';
import { captureColumn } from './schema.ts';
import { literal } from './sql-text.ts';

/** SQL of the segment of a lead over its capture columns: the first that matches, or NULL. */
export function segmentSql(agreement: Agreement): string {
  const cases = (agreement.segments ?? []).map(({ id, when }) => `WHEN ${conditionSql(when)} THEN ${literal(id)}`);
  return cases.length === 0 ? 'NULL::VARCHAR' : `CASE ${cases.join(' ')} END`;
}

/** SQL of whether an exclusion takes a lead out. */
export function exclusionSql(agreement: Agreement): string {
  const conditions = (agreement.exclusions ?? []).map(({ when }) => conditionSql(when));
  return conditions.length === 0 ? 'FALSE' : `(${conditions.join(' OR ')})`;
}

/**
 * A condition over capture columns, never NULL: a field without a value satisfies only `exists: false`.
 * The forms are those that `checkRulingConditions` lets through.
 */
export function conditionSql(condition: Condition): string {
  if ('all' in condition) return `(${(condition.all as readonly Condition[]).map(conditionSql).join(' AND ')})`;
  if ('any' in condition) return `(${(condition.any as readonly Condition[]).map(conditionSql).join(' OR ')})`;
  if ('not' in condition) return `(NOT ${conditionSql(condition.not as Condition)})`;
  if (!('field' in condition)) return 'TRUE';
  const column = captureColumn(leadFold.capture[captureFields.indexOf(condition.field as string)]?.name ?? '');
  if ('exists' in condition) return condition.exists === true ? `(${column} IS NOT NULL)` : `(${column} IS NULL)`;
  if ('is' in condition) return equalsAny(column, [condition.is]);
  if ('in' in condition) return equalsAny(column, condition.in as readonly unknown[]);
  // The fields of a capture are text: no number is between or beyond them.
  return 'FALSE';
}

function equalsAny(column: string, values: readonly unknown[]): string {
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length === 0 ? 'FALSE' : `coalesce(${column} IN (${texts.map(literal).join(', ')}), FALSE)`;
}
