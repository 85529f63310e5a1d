import { z } from 'zod';
import { field } from './field.ts';
import { identifier, sentence } from './identifier.ts';

/** A word of the agreement. */
export const term = z.strictObject({
  means: sentence().describe('What both teams mean by it.'),
  entered: identifier().exactOptional().describe('The team that enters it.'),
  requires: z.array(field()).default([]).describe('Fields without which it does not count.'),
  createdWhen: sentence().exactOptional().describe('When it comes into being.'),
});

/** A field, who enters it and where it is kept. */
export const ownedField = z.strictObject({
  field: field().describe('The field.'),
  means: sentence().exactOptional().describe('What both teams mean by it.'),
  entered: identifier().describe('The team that enters it.'),
  keptIn: sentence().exactOptional().describe('The system that holds the truth.'),
});
