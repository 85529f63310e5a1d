import { type Agreement, type Condition, conditionFields } from '@sameteam/agreement';
import { MetricsError } from '../metrics-error.ts';
import { leadFold } from './lead-fold.ts';

/** Field of the agreement's conditions that each value of `leadFold.capture` answers. */
export const captureFields: readonly string[] = leadFold.capture.map(({ path }) =>
  path.length === 1 ? `lead.${path[0]}` : path.join('.'),
);

/** The conditions that sort leads when their facts are made, with the address of their clause. */
export function rulingConditions(
  agreement: Agreement,
): readonly { readonly clause: string; readonly when: Condition }[] {
  return [
    ...(agreement.exclusions ?? []).map(({ id, when }) => ({ clause: `exclusions.${id}`, when })),
    ...(agreement.segments ?? []).map(({ id, when }) => ({ clause: `segments.${id}`, when })),
  ];
}

/**
 * Refuses an agreement whose segments or exclusions ask for more than facts carry.
 * @throws MetricsError `unsupported-condition`
 */
export function checkRulingConditions(agreement: Agreement): void {
  for (const { clause, when } of rulingConditions(agreement)) {
    const field = conditionFields(when).find((name) => !captureFields.includes(name)) ?? unsupportedForm(when);
    if (field !== null) throw new MetricsError('unsupported-condition', { clause, field });
  }
}

/** The first form of a condition that is not about a field of the capture; `null` where all are. */
function unsupportedForm(condition: Condition): string | null {
  if ('all' in condition) return firstOf(condition.all as readonly Condition[]);
  if ('any' in condition) return firstOf(condition.any as readonly Condition[]);
  if ('not' in condition) return unsupportedForm(condition.not as Condition);
  if ('field' in condition) return 'inList' in condition ? `list ${String(condition.inList)}` : null;
  return Object.keys(condition)[0] ?? null;
}

function firstOf(conditions: readonly Condition[]): string | null {
  for (const condition of conditions) {
    const found = unsupportedForm(condition);
    if (found !== null) return found;
  }
  return null;
}
