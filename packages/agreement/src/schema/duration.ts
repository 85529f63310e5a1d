import { z } from 'zod';
import { type DurationText, durationPattern } from '../duration/parse-duration.ts';

type DurationSchema = z.ZodType<DurationText, DurationText>;

/** Elapsed or working time. */
export function duration(): DurationSchema {
  return z.string().regex(durationPattern, {
    error: 'a duration such as 15m, 1h, 90d, 5wm, 4wh or 3wd (at most 99999 of a unit)',
  }) as unknown as DurationSchema;
}

/** Time that elapses, for what no calendar is named for. */
export function elapsed(): DurationSchema {
  return z.string().regex(/^[1-9][0-9]{0,4}(?:m|h|d)$/, {
    error: 'elapsed time such as 15m, 12h or 90d (working time, wm, wh and wd, has no calendar here)',
  }) as unknown as DurationSchema;
}
