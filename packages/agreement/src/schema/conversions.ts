import { z } from 'zod';
import { conversionIds } from '../vocabulary/conversions.ts';
import { elapsed } from './duration.ts';
import { share } from './points.ts';

const conversion = z.enum(conversionIds);

/** How long a cohort is given before a rate is called mature. */
export const windows = z
  .partialRecord(z.union([conversion, z.literal('default')]), elapsed())
  .transform((given) => ({ default: '90d' as const, ...given }));

/** What a rate is expected to be; drawn as the target on it. */
export const expected = z.partialRecord(conversion, share());
