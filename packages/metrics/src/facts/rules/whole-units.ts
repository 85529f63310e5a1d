import { type Agreement, AgreementError, convertMoney, minorDigits } from '@sameteam/agreement';
import type { Money } from '@sameteam/model';

/**
 * An amount in whole units of the agreement's currency, as conditions ask for it.
 * @returns `null` where the agreement has no rate for the instant, or it comes to more minor units than can be told
 * (2^53): what is not known satisfies nothing
 */
export function wholeUnits(agreement: Agreement, money: Readonly<Money>, atMs: number): number | null {
  try {
    const converted = convertMoney(agreement, money, atMs);
    return converted.success ? converted.money.amountMinor / 10 ** minorDigits(agreement.currency) : null;
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'amount-too-large') return null;
    throw error;
  }
}
