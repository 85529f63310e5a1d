import type { Agreement } from '@sameteam/agreement';

const companyStates: ReadonlySet<unknown> = new Set(['customer', 'open_deal']);

/**
 * Whether an agreement asks of a lead what the opportunities of its company say: by a condition on the state of the company,
 * or by giving a lead to the owner of the company. Then those opportunities belong to the story of the lead.
 * @example needsCompanyDeals(defaultAgreement) // false
 */
export function needsCompanyDeals(agreement: Agreement): boolean {
  return asks(agreement);
}

function asks(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(asks);
  if (typeof part !== 'object' || part === null) return false;
  // Overrides are patches, in which a condition stands as it was written: a single state or a list of them.
  return Object.entries(part).some(([key, value]) => {
    if (key === 'company' && (Array.isArray(value) ? value : [value]).some((one) => companyStates.has(one)))
      return true;
    return (key === 'owner' && value === 'account') || asks(value);
  });
}
