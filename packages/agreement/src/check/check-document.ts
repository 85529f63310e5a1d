import type { Agreement } from '../agreement.ts';
import { completeDocument } from '../effective/complete-document.ts';
import type { Finding } from '../issue/finding.ts';
import { schemaFindings } from '../load/schema-findings.ts';
import { agreementDocument } from '../schema/agreement-document.ts';
import { checkClauses } from './check-clauses.ts';
import { checkConditions } from './check-conditions.ts';
import { checkMetrics } from './check-metrics.ts';
import { checkOverrides } from './check-overrides.ts';
import { checkReferences } from './check-references.ts';
import { checkWhere } from './check-where.ts';

/** What became of a document. */
export interface Checked {
  /** `null` when there is an error. */
  readonly agreement: Agreement | null;
  readonly findings: readonly Finding[];
}

/**
 * Checks a plain value as an agreement: each clause by itself, clauses against each other, and each override by
 * what it makes of the agreement.
 * @param options.metrics ids of the metrics that exist; when absent, metrics are not checked
 */
export function checkDocument(value: unknown, options: { readonly metrics?: readonly string[] }): Checked {
  const base = checkBase(value, options);
  if (base.agreement === null) return base;
  return settle(base.agreement, [
    ...base.findings,
    ...checkWhere(base.agreement),
    ...checkOverrides(base.agreement, base, (merged) => checkBase(merged, options)),
  ]);
}

function checkBase(value: unknown, options: { readonly metrics?: readonly string[] }): Checked {
  const parsed = agreementDocument.safeParse(value);
  if (!parsed.success) return { agreement: null, findings: schemaFindings(parsed.error.issues, value) };
  const document = parsed.data;
  return settle(completeDocument(document), [
    ...checkReferences(document, options),
    ...checkConditions(document),
    ...checkClauses(document),
    ...checkMetrics(document, options),
  ]);
}

function settle(agreement: Agreement, findings: readonly Finding[]): Checked {
  return { agreement: findings.some(({ severity }) => severity === 'error') ? null : agreement, findings };
}
