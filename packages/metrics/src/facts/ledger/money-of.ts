/** An amount as events say it. */
export interface SaidMoney {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Reads an amount of a payload; `null` where there is none. */
export function moneyOf(value: unknown): SaidMoney | null {
  if (typeof value !== 'object' || value === null) return null;
  const { amountMinor, currency } = value as Partial<Readonly<Record<keyof SaidMoney, unknown>>>;
  return typeof amountMinor === 'number' && typeof currency === 'string' ? { amountMinor, currency } : null;
}
