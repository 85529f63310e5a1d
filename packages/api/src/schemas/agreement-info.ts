import { z } from 'zod';
import { agreementReferenceSchema } from './report.ts';

/** What a page needs to know of the agreement that its numbers are judged by. */
export const agreementInfoSchema = agreementReferenceSchema.extend({
  effective: z.string().meta({ format: 'date' }).nullable().describe('First day on which it binds.'),
  timeZone: z.string().describe('IANA name of the zone in which days and months are cut.'),
  currency: z.string().describe('ISO 4217.'),
  document: z
    .string()
    .nullable()
    .describe('Where the document lies that people read, below the address of the service. Clauses are its anchors.'),
  expected: z.record(z.string(), z.number()).describe('Metric id to the ratio that both teams expect of it.'),
});
