import { z } from 'zod';
import { exampleOf } from '../examples/example-of.ts';
import { field, fieldAgain } from '../wire/field.ts';
import { link } from '../wire/link.ts';
import { personal } from '../wire/marks.ts';
import { line, name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const oneEvent = z
  .strictObject({
    source: field(link(), {
      means: 'Source of the event that was wrong.',
      unit: 'URI reference',
      example: '/website/forms',
      entered: 'the sender',
    }),
    id: field(name(), {
      means: 'Id of the event that was wrong.',
      example: 'form-58190',
      entered: 'the sender',
    }),
  })
  .describe('One event, by its identity.');

const wholeImport = z
  .strictObject({
    import: field(name(), {
      means: 'Id of the import that was wrong, as the answer to it said.',
      example: 'import-37',
      entered: 'revenue operations',
    }),
  })
  .describe('A whole import.');

/** An earlier event was wrong. */
export const eventRetracted = dataOf({
  target: field(z.union([oneEvent, wholeImport]), {
    means: 'What was wrong: one event, or a whole import.',
    example: exampleOf(oneEvent),
    entered: 'revenue operations',
  }),
  reason: field(personal(line()), {
    means: 'Why it was wrong.',
    unit: 'one line of text',
    example: 'A test of the form on the live site.',
    entered: 'revenue operations',
  }),
  by: fieldAgain(byField, { example: 'rep-5' }),
}).describe('An earlier event was wrong, or a whole import.');
