import { z } from 'zod';
import { field } from '../wire/field.ts';
import { instant } from '../wire/instant.ts';
import { line, name } from '../wire/text.ts';

/** What a person allowed or forbade us, for one purpose and channel. */
export const consentShape = {
  purpose: field(name(), {
    means: 'What the person was asked for, such as newsletter or sales_contact.',
    example: 'sales_contact',
    entered: 'the sender',
  }),
  channel: field(name().nullish(), {
    means: 'By which channel, such as email or phone; absent or null means every channel.',
    example: 'email',
    entered: 'the lead',
  }),
  status: field(z.enum(['granted', 'denied', 'withdrawn']), {
    means: 'What the person said.',
    example: 'granted',
    entered: 'the lead',
  }),
  ground: field(
    z
      .enum(['consent', 'contract', 'legal_obligation', 'vital_interests', 'public_task', 'legitimate_interests'])
      .nullish(),
    {
      means: 'Legal ground, in the terms of GDPR article 6.',
      example: 'consent',
      entered: 'the sender',
    },
  ),
  proof: field(line().nullish(), {
    means: 'Where the proof lies, such as the id of a double opt-in.',
    example: 'double-opt-in-58213',
    entered: 'the sender',
  }),
  at: field(instant().nullish(), {
    means: 'When the person said it, if that is not the time of the event.',
    unit: 'RFC 3339 with time zone',
    example: '2026-10-01T09:29:30+02:00',
    entered: 'the system',
  }),
};

/** What a person allowed or forbade us, for one purpose and channel. */
export const consent = z
  .strictObject(consentShape)
  .describe('What a person allowed or forbade us, for one purpose and channel.');

/** What a person allowed or forbade us, for one purpose and channel. */
export type Consent = z.infer<typeof consent>;
