import { z } from 'zod';
import { externalId } from '../entities/external-id.ts';
import { field, fieldAgain } from '../wire/field.ts';
import { personal } from '../wire/marks.ts';
import { subjectText } from '../wire/subject-text.ts';
import { line } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

const other = field(z.union([subjectText('lead', 'contact', 'company', 'opportunity', 'campaign'), externalId]), {
  means: 'The other record: a typed id, or its name in another system.',
  unit: 'kind, slash and id; or system, kind and id',
  example: 'lead/1038',
  entered: 'the system',
});

/** Two records are one. The subject is the one that stays. */
export const recordLinked = dataOf({
  with: other,
  confidence: field(z.number().min(0).max(1).nullish(), {
    means: 'How sure it is that they are one.',
    unit: 'share from 0 to 1',
    example: 0.97,
    entered: 'the system',
  }),
  reason: field(personal(line()).nullish(), {
    means: 'Why they are one.',
    unit: 'one line of text',
    example: 'Same mail address, captured twice within a minute.',
    entered: 'the system',
  }),
  by: fieldAgain(byField, { example: 'deduplication' }),
}).describe('Two records are one; the subject is the one that stays. Restates history.');

/** Two records are not one after all. */
export const recordUnlinked = dataOf({
  with: other,
  reason: field(personal(line()).nullish(), {
    means: 'Why they are not one.',
    unit: 'one line of text',
    example: 'Two colleagues who share one mail address.',
    entered: 'revenue operations',
  }),
  by: fieldAgain(byField, { example: 'rep-5' }),
}).describe('Two records are not one after all. Restates history.');
