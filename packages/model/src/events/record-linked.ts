import { z } from 'zod';
import { externalId } from '../entities/external-id.ts';
import { subjectText } from '../wire/subject-text.ts';
import { line } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const other = z
  .union([subjectText('lead', 'contact', 'company', 'opportunity', 'campaign'), externalId])
  .describe('The other record: a typed id, or its name in another system.');

/** Two records are one. The subject is the one that stays. */
export const recordLinked = dataOf({
  with: other,
  confidence: z.number().min(0).max(1).nullish().describe('How sure it is, 0 to 1.'),
  reason: line().nullish().describe('Why they are one.'),
  by: byField,
}).describe('Two records are one; the subject is the one that stays. Restates history.');

/** Two records are not one after all. */
export const recordUnlinked = dataOf({
  with: other,
  reason: line().nullish().describe('Why they are not one.'),
  by: byField,
}).describe('Two records are not one after all. Restates history.');
