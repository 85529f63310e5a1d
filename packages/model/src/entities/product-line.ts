import { z } from 'zod';
import { count } from '../wire/numbers.ts';
import { name } from '../wire/text.ts';
import { money } from './money.ts';

/** One line of a deal: so many of a product. */
export const productLine = z
  .strictObject({
    product: name().describe('The product by the name that reports use.'),
    quantity: count().describe('How many.'),
    amount: money.nullish().describe('Amount of the whole line.'),
    termMonths: count().nullish().describe('Length of the contract in months.'),
    recurring: z.boolean().optional().describe('Whether the amount comes again with each term.'),
  })
  .describe('One line of a deal.');

/** One line of a deal. */
export type ProductLine = z.infer<typeof productLine>;
