import { z } from 'zod';
import { stages } from '../vocabulary/stages.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A stage was taken back. */
export const leadStageReset = dataOf({
  to: z.enum(stages).describe('The stage that the lead is in again.'),
  kind: z
    .enum(['correction', 'regression'])
    .describe('correction: the later stages were never true. regression: they were, and are no longer.'),
  by: byField,
  note: noteField,
}).describe('A stage was taken back.');
