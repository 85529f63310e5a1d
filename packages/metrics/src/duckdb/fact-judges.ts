import type { Agreement, AgreementHistory, HolidaySource } from '@sameteam/agreement';

/** By what facts are judged. */
export interface FactJudges {
  readonly agreement: Agreement;
  /** Which version bound when; `null` where nobody has looked at signatures. */
  readonly history: AgreementHistory | null;
  /** Public holidays of calendars; `null` for none beside those that were signed. */
  readonly holidays: HolidaySource | null;
}

/** Whether any of them may take a row out. */
export function mayExclude({ agreement, history }: FactJudges): boolean {
  const all = [agreement, ...(history?.periods.map((period) => period.agreement) ?? [])];
  return all.some(({ exclusions = [] }) => exclusions.length > 0);
}
