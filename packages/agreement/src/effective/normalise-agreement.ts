import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import { checkDocument } from '../check/check-document.ts';
import { issueAt } from '../issue/finding.ts';
import { sortIssues } from '../issue/sort-issues.ts';
import { plainValue } from '../load/plain-value.ts';
import type { AgreementInput } from '../schema/agreement-document.ts';

/**
 * Makes every default of an agreement explicit, after checking it like a file. Normalising twice changes nothing.
 * @param input an agreement as it may be written, or one that is normalised already
 * @throws AgreementError `invalid-agreement` with all issues; warnings pass
 * @example normaliseAgreement({ teams: { sales: {} }, readiness: { raw: {} }, sla: {}, reasons: {} }).timeZone // 'UTC'
 */
export function normaliseAgreement(input: AgreementInput | Agreement): Agreement {
  const plain = plainValue(input);
  const checked =
    plain.findings.length > 0 ? { agreement: null, findings: plain.findings } : checkDocument(plain.value, {});
  if (checked.agreement !== null) return checked.agreement;
  const nowhere = { file: null, locate: () => null };
  throw new AgreementError('invalid-agreement', {
    issues: sortIssues(checked.findings.map((found) => issueAt(found, nowhere))),
  });
}
