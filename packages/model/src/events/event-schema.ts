import { z } from 'zod';
import type { EventType } from '../vocabulary/event-types.ts';
import { subjectText } from '../wire/subject-text.ts';
import { envelopeShape } from './envelope.ts';
import { eventCatalog } from './event-catalog.ts';
import type { EventOf } from './lead-event.ts';

/**
 * The zod schema of a whole event. Unknown attributes of the envelope are kept, unknown fields of `data` are
 * refused. To check events use `validateEvent`: it is faster, names each issue, and refuses what zod cannot see.
 * @example eventSchema('lead.captured').description // 'An inquiry came in.'
 */
export function eventSchema<T extends EventType>(type: T): z.ZodType<EventOf<T>> {
  const { data, subjects } = eventCatalog[type];
  const [first, ...others] = subjects;
  const schema = z.looseObject({
    ...envelopeShape,
    type: z.literal(type).describe('What happened.'),
    subject: subjectText(first, ...others).describe('What it is about: kind, slash, id.'),
    data: data.describe('What there is to say.'),
  });
  return schema.describe(data.description ?? type) as unknown as z.ZodType<EventOf<T>>;
}
