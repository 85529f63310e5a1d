import { z } from 'zod';
import { instant } from '../wire/instant.ts';
import { link } from '../wire/link.ts';
import { name } from '../wire/text.ts';

/** The attributes of CloudEvents 1.0 that every event has, without `type`, `subject` and `data`. */
export const envelopeShape = {
  specversion: z.literal('1.0').describe('Version of CloudEvents.'),
  id: name().describe('Identity of the event within its source. The same pair of source and id is the same event.'),
  source: link().describe('Who says it: a URI reference such as /hubspot/portal/42.'),
  time: instant().describe('When it happened: RFC 3339 with time zone, years 1970 to 9999.'),
  dataschema: link().optional().describe('Version of the schema of the data: urn:sameteam:schema:1.0:lead.captured.'),
  datacontenttype: z.literal('application/json').optional().describe('Form of the data: always JSON.'),
  recordedtime: instant()
    .optional()
    .describe('When it was recorded. Set by the store; what a sender says is replaced.'),
};
