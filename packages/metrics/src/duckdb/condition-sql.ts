import type { Agreement, Condition, ConditionValue } from '@sameteam/agreement';
import { type ConditionLeaf, logicSql } from '../conditions/logic-sql.ts';
import { agreementRuling } from '../facts/agreement-ruling.ts';
import { captureFields } from '../facts/capture-fields.ts';
import { leadFold } from '../facts/lead-fold.ts';
import { captureColumn } from './schema.ts';
import { integers } from './sql-text.ts';

/** The number of a term; 0, which no lead has, for a text that is none. */
export type TermNumber = (text: string) => number;

/** SQL of the segment of a lead over its capture columns: the place of the first that matches, from 1 on, or NULL. */
export function segmentSql(agreement: Agreement, numberOf: TermNumber): string {
  const cases = agreementRuling(agreement).segments.map(
    ({ when }, index) => `WHEN ${captureConditionSql(when, numberOf)} THEN ${index + 1}`,
  );
  return cases.length === 0 ? 'NULL::INTEGER' : `CASE ${cases.join(' ')} END`;
}

/** SQL of whether an exclusion takes a lead out. */
export function exclusionSql(agreement: Agreement, numberOf: TermNumber): string {
  const { exclusions } = agreementRuling(agreement);
  return logicSql({ any: exclusions.map(({ when }) => when) }, (leaf) => leafSql(leaf, numberOf));
}

/**
 * A condition over capture columns, which hold numbers of terms; never NULL: a field without a value satisfies only `exists: false`.
 * The forms are those that `checkRulingConditions` lets through.
 */
export function captureConditionSql(condition: Condition, numberOf: TermNumber): string {
  return logicSql(condition, (leaf) => leafSql(leaf, numberOf));
}

function leafSql(leaf: ConditionLeaf, numberOf: TermNumber): string {
  if (!('field' in leaf)) return 'TRUE';
  const column = captureColumn(leadFold.capture[captureFields.indexOf(leaf.field)]?.name ?? '');
  if ('exists' in leaf) return `(${column} IS ${leaf.exists ? 'NOT NULL' : 'NULL'})`;
  if ('is' in leaf) return equalsAny(column, [leaf.is], numberOf);
  if ('in' in leaf) return equalsAny(column, leaf.in, numberOf);
  // The fields of a capture are text: no number is between or beyond them.
  return 'FALSE';
}

function equalsAny(column: string, values: readonly ConditionValue[], numberOf: TermNumber): string {
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
