import { parseInstant } from '@sameteam/model';
import { z } from 'zod';
import { parses } from './parses.ts';

/**
 * An instant with a time zone in the years 1970 to 9999.
 * @example instantSchema.parse('2026-03-31T12:00:00Z')
 */
export const instantSchema = z
  .string()
  .max(40)
  .refine(parses(parseInstant), 'is not an instant. Write it with its zone, as 2026-03-31T12:00:00Z')
  .meta({ format: 'date-time' });
