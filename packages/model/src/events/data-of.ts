import { z } from 'zod';
import { idsField } from '../entities/external-id.ts';

type DataShape<S extends z.ZodRawShape> = z.ZodObject<S & { ids: typeof idsField }, z.core.$strict>;

/** The schema of the `data` of an event: its fields, and `ids`. Other fields are refused. */
export function dataOf<const S extends z.ZodRawShape>(shape: S): DataShape<S> {
  return z.strictObject({ ...shape, ids: idsField }) as unknown as DataShape<S>;
}
