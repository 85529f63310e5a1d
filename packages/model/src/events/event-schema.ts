import { z } from 'zod';
import { hasGoodKeys } from '../validation/has-good-keys.ts';
import type { EventType } from '../vocabulary/event-types.ts';
import { envelopeSchema } from './envelope-schema.ts';
import type { EventOf } from './lead-event.ts';

/**
 * The zod schema of a whole event of this version. Unknown attributes of the envelope are kept, unknown fields of `data`
 * are refused. It gives the same verdicts as the published JSON Schema and as `validateEvent`, which is faster, names each
 * issue, and knows newer minor versions too.
 * @param options.keepsUnknown the schema for a newer minor version, whose unknown fields of `data` are kept
 * @example eventSchema('lead.captured').description // 'An inquiry came in.'
 */
export function eventSchema<T extends EventType>(
  type: T,
  { keepsUnknown = false }: { readonly keepsUnknown?: boolean } = {},
): z.ZodType<EventOf<T>> {
  const envelope = envelopeSchema(type, { keepsUnknown });
  // zod drops the key `__proto__` before a check of an object could see it.
  const schema = z.unknown().refine(hasGoodKeys, { abort: true }).pipe(envelope);
  return schema.describe(envelope.description ?? type) as unknown as z.ZodType<EventOf<T>>;
}
