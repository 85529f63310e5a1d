import { z } from 'zod';
import { money } from '../entities/money.ts';
import { day } from '../wire/day.ts';
import { field } from '../wire/field.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A customer renewed, bought more or less, or left. */
export const customerChanged = dataOf({
  kind: field(z.enum(['renewal', 'upsell', 'cross_sell', 'downgrade', 'churn']), {
    means: 'What the customer did.',
    example: 'upsell',
    entered: 'sales',
  }),
  delta: field(money.nullish(), {
    means: 'What it adds to the value of a term, negative for what it takes away.',
    example: { amountMinor: 960_000, currency: 'EUR' },
    entered: 'sales',
  }),
  termEnd: field(day().nullish(), {
    means: 'Last day of the term of the contract.',
    unit: 'YYYY-MM-DD',
    example: '2027-12-31',
    entered: 'sales',
  }),
  opportunity: field(subjectText('opportunity').nullish(), {
    means: 'The deal behind it.',
    unit: 'opportunity/ and an id',
    example: 'opportunity/91',
    entered: 'sales',
  }),
  product: field(name().nullish(), {
    means: 'The product that it is about, by the name that reports use.',
    example: 'analytics_suite',
    entered: 'sales',
  }),
  reason: field(name().nullish(), {
    means: 'Why, in the words of the agreement.',
    example: 'more_seats',
    entered: 'sales',
  }),
  by: byField,
}).describe('A customer renewed, bought more or less, or left.');
