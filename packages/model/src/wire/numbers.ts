import { z } from 'zod';

/** An integer that every engine holds exactly. */
export function integer(min: number = Number.MIN_SAFE_INTEGER, max: number = Number.MAX_SAFE_INTEGER): z.ZodInt {
  return z.int().min(min).max(max);
}

/** How many. */
export function count(): z.ZodInt {
  return integer(0);
}

/** A number on a scale of its own, such as a score. */
export function measure(): z.ZodNumber {
  return z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
}
