import { z } from 'zod';
import { field } from '../wire/field.ts';
import { count } from '../wire/numbers.ts';
import { name } from '../wire/text.ts';

/** What an attempt says beside who and when. */
export const attemptShape = {
  channel: field(name(), {
    means: 'How the rep tried: call, email, message or another word of the agreement.',
    example: 'call',
    entered: 'a rep',
  }),
  direction: field(z.enum(['outbound', 'inbound']), {
    means: 'Who reached out: outbound is the rep, inbound is the lead.',
    example: 'outbound',
    entered: 'the system',
  }),
  automated: field(z.boolean(), {
    means: 'Whether a machine did it; an automated mail never keeps an SLA.',
    example: false,
    entered: 'the system',
  }),
  connected: field(z.boolean(), {
    means: 'Whether the lead was reached.',
    example: true,
    entered: 'a rep',
  }),
  outcome: field(name().nullish(), {
    means: 'What came of it, in the words of the agreement.',
    example: 'meeting_agreed',
    entered: 'a rep',
  }),
  durationSeconds: field(count().nullish(), {
    means: 'How long it took.',
    unit: 'whole seconds',
    example: 260,
    entered: 'the system',
  }),
  by: field(name().nullish(), {
    means: 'Who tried: the id of a rep, or the name of a rule or system.',
    example: 'rep-7',
    entered: 'the system',
  }),
};

/** Something that a rep did towards the lead. */
export const attempt = z.strictObject(attemptShape).describe('Something that a rep did towards the lead.');

/** Something that a rep did towards the lead. */
export type Attempt = z.infer<typeof attempt>;
