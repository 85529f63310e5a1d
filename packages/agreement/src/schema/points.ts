import { z } from 'zod';

/** Points of a score. Scores are kept as whole thousandths, so more than three decimals would be lost. */
export function points(): z.ZodNumber {
  return z
    .number()
    .min(-1_000_000)
    .max(1_000_000)
    .refine((value) => Number(value.toFixed(3)) === value, { error: 'a number with at most three decimals' });
}

/** A share of a whole, from 0 to 1. */
export function share(): z.ZodNumber {
  return z.number().min(0).max(1);
}
