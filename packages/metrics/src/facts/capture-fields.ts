import { type Agreement, type Condition, conditionParts } from '@sameteam/agreement';
import { MetricsError } from '../metrics-error.ts';
import { agreementRuling } from './agreement-ruling.ts';
import { leadFold } from './lead-fold.ts';

/** Field of the agreement's conditions that each value of `leadFold.capture` answers. */
export const captureFields: readonly string[] = leadFold.capture.map(({ path }) =>
  path.length === 1 ? `lead.${path[0]}` : path.join('.'),
);

/**
 * Refuses an agreement whose segments or exclusions ask for more than facts carry.
 * @throws MetricsError `unsupported-condition`
 */
export function checkRulingConditions(agreement: Agreement): void {
  const { segments, exclusions } = agreementRuling(agreement);
  const clauses = [
    ...exclusions.map(({ id, when }) => ({ clause: `exclusions.${id}`, when })),
    ...segments.map(({ id, when }) => ({ clause: `segments.${id}`, when })),
  ];
  for (const { clause, when } of clauses) {
    for (const { condition } of conditionParts(when)) {
      const field = missing(condition);
      if (field !== null) throw new MetricsError('unsupported-condition', { clause, field });
    }
  }
}

/** What facts do not carry of what a condition asks itself; `null` where they carry it. */
function missing(condition: Condition): string | null {
  if ('all' in condition || 'any' in condition || 'not' in condition) return null;
  if ('answer' in condition) return `answers.${Object.keys(condition.answer)[0]}`;
  if (!('field' in condition)) return Object.keys(condition)[0] ?? null;
  if (!captureFields.includes(condition.field)) return condition.field;
  return 'inList' in condition ? `list ${condition.inList}` : null;
}
