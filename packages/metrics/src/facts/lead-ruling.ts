import { type Agreement, evaluateCondition } from '@sameteam/agreement';
import { captureFields, checkRulingConditions, rulingConditions } from './capture-fields.ts';

/** How an agreement sorts a lead into segments and takes leads out, by the values of its first capture. */
export interface LeadRuling {
  /** @param values of `leadFold.capture`, in its order */
  readonly judge: (values: readonly (string | null)[]) => {
    readonly segment: string | null;
    readonly isExcluded: boolean;
  };
}

/**
 * The ruling of an agreement.
 * @returns `null` where it has neither segments nor exclusions
 * @throws MetricsError `unsupported-condition`
 */
export function leadRuling(agreement: Agreement): LeadRuling | null {
  checkRulingConditions(agreement);
  if (rulingConditions(agreement).length === 0) return null;
  const exclusions = agreement.exclusions ?? [];
  const segments = agreement.segments ?? [];
  return {
    judge: (values) => {
      const fields = Object.fromEntries(captureFields.map((field, index) => [field, values[index] ?? null]));
      const context = { fields };
      return {
        segment: segments.find(({ when }) => evaluateCondition(when, context))?.id ?? null,
        isExcluded: exclusions.some(({ when }) => evaluateCondition(when, context)),
      };
    },
  };
}
