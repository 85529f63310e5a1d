import { type Agreement, compileCondition, type FieldValue } from '@sameteam/agreement';
import { agreementRuling } from './agreement-ruling.ts';
import { captureFields, checkRulingConditions } from './capture-fields.ts';

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
  const ruling = agreementRuling(agreement);
  if (ruling.segments.length + ruling.exclusions.length === 0) return null;
  const segments = ruling.segments.map(({ id, when }) => ({ id, holds: compileCondition(when) }));
  const exclusions = ruling.exclusions.map(({ when }) => compileCondition(when));
  return {
    judge: (values) => {
      const fields: Record<string, FieldValue> = {};
      for (const [index, field] of captureFields.entries()) fields[field] = values[index] ?? null;
      const context = { fields };
      return {
        segment: segments.find(({ holds }) => holds(context))?.id ?? null,
        isExcluded: exclusions.some((holds) => holds(context)),
      };
    },
  };
}
