import { z } from 'zod';
import { schemaName } from '../vocabulary/schema-version.ts';
import { field } from '../wire/field.ts';
import { instant } from '../wire/instant.ts';
import { link } from '../wire/link.ts';
import { name } from '../wire/text.ts';

/** The attributes of CloudEvents 1.0 that every event has, without `type`, `subject` and `data`. */
export const envelopeShape = {
  specversion: field(z.literal('1.0'), {
    means: 'Version of CloudEvents that the event is written in.',
    example: '1.0',
    entered: 'the sender',
  }),
  id: field(name(), {
    means: 'Identity of the event within its source: the same source and id is the same event, sent once or ten times.',
    example: 'form-58213',
    entered: 'the sender',
  }),
  source: field(link(), {
    means: 'Who says it: a name of your own for the system that sends.',
    unit: 'URI reference',
    example: '/website/forms',
    entered: 'the sender',
  }),
  time: field(instant(), {
    means: 'When it happened, not when it was sent; years 1970 to 9999.',
    unit: 'RFC 3339 with time zone',
    example: '2026-10-01T09:30:00+02:00',
    entered: 'the sender',
  }),
  dataschema: field(link().optional(), {
    means: 'Version of the schema that the data is written by; without it, version 1.',
    unit: 'urn:sameteam:schema:VERSION:TYPE',
    example: schemaName('lead.captured'),
    entered: 'the sender',
  }),
  datacontenttype: field(z.literal('application/json').optional(), {
    means: 'Form of the data: always JSON.',
    example: 'application/json',
    entered: 'the sender',
  }),
  recordedtime: field(instant().optional(), {
    means: 'When it was recorded; set by the store, which replaces what a sender says.',
    unit: 'RFC 3339 with time zone',
    example: '2026-10-01T07:30:02Z',
    entered: 'the system',
  }),
};
