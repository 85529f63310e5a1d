import type { Agreement, Condition } from '@sameteam/agreement';
import { captureFields } from '../facts/capture-fields.ts';
import { leadFold } from '../facts/lead-fold.ts';
import { captureColumn } from './schema.ts';
import { integers } from './sql-text.ts';

/** The number of a term; 0, which no lead has, for a text that is none. */
export type TermNumber = (text: string) => number;

/** SQL of the segment of a lead over its capture columns: the place of the first that matches, from 1 on, or NULL. */
export function segmentSql(agreement: Agreement, numberOf: TermNumber): string {
  const cases = (agreement.segments ?? []).map(
    ({ when }, index) => `WHEN ${conditionSql(when, numberOf)} THEN ${index + 1}`,
  );
  return cases.length === 0 ? 'NULL::INTEGER' : `CASE ${cases.join(' ')} END`;
}

/** SQL of whether an exclusion takes a lead out. */
export function exclusionSql(agreement: Agreement, numberOf: TermNumber): string {
  const conditions = (agreement.exclusions ?? []).map(({ when }) => conditionSql(when, numberOf));
  return conditions.length === 0 ? 'FALSE' : `(${conditions.join(' OR ')})`;
}

/**
 * A condition over capture columns, which hold numbers of terms; never NULL: a field without a value satisfies only `exists: false`.
 * The forms are those that `checkRulingConditions` lets through.
 */
export function conditionSql(condition: Condition, numberOf: TermNumber): string {
  const nested = (conditions: unknown) =>
    (conditions as readonly Condition[]).map((one) => conditionSql(one, numberOf));
  if ('all' in condition) return `(${nested(condition.all).join(' AND ')})`;
  if ('any' in condition) return `(${nested(condition.any).join(' OR ')})`;
  if ('not' in condition) return `(NOT ${conditionSql(condition.not as Condition, numberOf)})`;
  if (!('field' in condition)) return 'TRUE';
  const column = captureColumn(leadFold.capture[captureFields.indexOf(condition.field as string)]?.name ?? '');
  if ('exists' in condition) return condition.exists === true ? `(${column} IS NOT NULL)` : `(${column} IS NULL)`;
  if ('is' in condition) return equalsAny(column, [condition.is], numberOf);
  if ('in' in condition) return equalsAny(column, condition.in as readonly unknown[], numberOf);
  // The fields of a capture are text: no number is between or beyond them.
  return 'FALSE';
}

function equalsAny(column: string, values: readonly unknown[], numberOf: TermNumber): string {
  const numbers = values.filter((value) => typeof value === 'string').map(numberOf);
  return numbers.length === 0 ? 'FALSE' : `coalesce(${column} IN (${integers(numbers)}), FALSE)`;
}

/** The texts that the segments and exclusions of an agreement compare with. */
export function conditionTexts(agreement: Agreement): readonly string[] {
  const texts = new Set<string>();
  const numberOf = (text: string) => texts.add(text).size;
  segmentSql(agreement, numberOf);
  exclusionSql(agreement, numberOf);
  return [...texts];
}
