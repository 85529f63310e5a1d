import { z } from 'zod';
import { field } from '../wire/field.ts';
import { count } from '../wire/numbers.ts';
import { name } from '../wire/text.ts';
import { money } from './money.ts';

/** One line of a deal: so many of a product. */
export const productLine = z
  .strictObject({
    product: field(name(), {
      means: 'The product, by the name that reports use.',
      example: 'analytics_suite',
      entered: 'a rep',
    }),
    quantity: field(count(), {
      means: 'How many of the product.',
      unit: 'pieces',
      example: 250,
      entered: 'a rep',
    }),
    amount: field(money.nullish(), {
      means: 'Amount of the whole line, not of one piece.',
      example: { amountMinor: 4_800_000, currency: 'EUR' },
      entered: 'a rep',
    }),
    termMonths: field(count().nullish(), {
      means: 'Length of the contract.',
      unit: 'months',
      example: 12,
      entered: 'a rep',
    }),
    recurring: field(z.boolean().optional(), {
      means: 'Whether the amount comes again with each term.',
      example: true,
      entered: 'a rep',
    }),
  })
  .describe('One line of a deal.');

/** One line of a deal. */
export type ProductLine = z.infer<typeof productLine>;
