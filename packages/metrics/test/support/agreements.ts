import { type Agreement, type AgreementInput, normaliseAgreement } from '@sameteam/agreement';

/**
 * A small agreement: UTC, EUR, 90 days for every conversion, and what is given.
 * @example agreementWith({ timeZone: 'Europe/Berlin' })
 */
export function agreementWith(given: Partial<AgreementInput> = {}): Agreement {
  return normaliseAgreement({
    name: 'Test',
    version: 1,
    teams: { marketing: {}, sales: {} },
    readiness: { hot: {}, raw: {} },
    sla: {},
    // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
    reasons: { wrong_profile: { then: 'disqualify' } },
    ...given,
  } as AgreementInput);
}
