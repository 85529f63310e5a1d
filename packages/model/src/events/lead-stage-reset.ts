import { z } from 'zod';
import { stages } from '../vocabulary/stages.ts';
import { field, fieldAgain } from '../wire/field.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A stage was taken back. */
export const leadStageReset = dataOf({
  to: field(z.enum(stages), {
    means: 'The stage that the lead is in again.',
    example: 'mql',
    entered: 'a rep',
  }),
  kind: field(z.enum(['correction', 'regression']), {
    means: 'correction: the later stages were never true; regression: they were true, and are no longer.',
    example: 'correction',
    entered: 'a rep',
  }),
  by: byField,
  note: fieldAgain(noteField, { example: 'Accepted by a slip of the mouse.' }),
}).describe('A stage was taken back.');
