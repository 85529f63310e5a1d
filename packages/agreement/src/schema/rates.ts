import { z } from 'zod';
import { day } from './days.ts';
import { formUnion } from './form-union.ts';

/** An ISO 4217 code. */
export function currency(): z.ZodString {
  return z.string().regex(/^[A-Z]{3}$/, { error: 'a currency such as EUR (ISO 4217, three capital letters)' });
}

const rate = z.number().min(1e-12).max(1e12);

const dated = z.strictObject({
  from: day().exactOptional().describe("First day on which it holds, in the agreement's zone; ever when absent."),
  rate: rate.describe("Units of the agreement's currency for one unit."),
});

/** What one unit of another currency is worth; one rate, or a list by day. */
export const rates = z.record(
  currency(),
  formUnion([rate, z.array(dated).min(1)], (value) => (typeof value === 'number' ? 0 : 1)).transform((value) =>
    typeof value === 'number' ? [{ rate: value }] : value,
  ),
);
