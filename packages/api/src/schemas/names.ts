import { z } from 'zod';
import { requestLimits } from './request-limits.ts';

/** The id of a metric, dimension or clause: checked for being known by who knows them, not by its shape. */
export const idSchema = z.string().min(1).max(requestLimits.idLength);

/** The value of a dimension; `null` is the missing value. */
export const valueSchema = z.string().max(requestLimits.valueLength).nullable();
