import { eventTypes, schemaName } from '@sameteam/model';
import { z } from 'zod';
import { requestLimits } from './request-limits.ts';

/**
 * An event as people read it in the document of the contract: its envelope whole, its data as an object. What may stand
 * in the data of each type is published by `@sameteam/model`; `validateEvent` checks both.
 */
export const leadEventSchema = z
  .looseObject({
    specversion: z.literal('1.0').describe('Version of CloudEvents.'),
    id: z.string().min(1).describe('Identity within the source: the same pair of source and id is the same event.'),
    source: z.string().min(1).describe('Who says it: a URI reference such as /hubspot/portal/42.'),
    type: z.enum(eventTypes).describe('What happened.'),
    subject: z.string().min(3).describe('What it is about: kind, slash, id, such as lead/42.'),
    time: z.string().meta({ format: 'date-time' }).describe('When it happened, with its time zone.'),
    dataschema: z
      .string()
      .optional()
      .describe(`Version of the schema of the data, such as ${schemaName('lead.captured')}.`),
    datacontenttype: z.literal('application/json').optional(),
    data: z
      .looseObject({})
      .describe(`What there is to say. Its JSON Schema is the published one of the type: ${schemaName('{type}')}.`),
  })
  .describe('A CloudEvent in structured mode. Further attributes are kept.');

/** Several events at once. */
export const leadEventsSchema = z.array(leadEventSchema).max(requestLimits.items);

/** The body of an event in binary mode. */
export const eventDataSchema = z
  .looseObject({})
  .describe('With `ce-` headers: the `data` of one event, whose attributes are the headers.');
