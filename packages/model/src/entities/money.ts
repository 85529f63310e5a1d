import { z } from 'zod';
import { field } from '../wire/field.ts';
import { marks } from '../wire/marks.ts';
import { integer } from '../wire/numbers.ts';

function currencyCode(): z.ZodString {
  const schema = z.string().regex(/^[A-Z]{3}$/);
  marks.add(schema, { expected: 'an ISO 4217 code such as EUR' });
  return schema;
}

/** An amount in whole minor units (cents) of one currency. Never a float; two currencies are never added. */
export const money = z
  .strictObject({
    amountMinor: field(integer(), {
      means: 'The amount as a whole number: 12.50 EUR is 1250, 500 JPY is 500, 1.250 KWD is 1250.',
      unit: 'minor units of the currency',
      example: 1250,
      entered: 'the sender',
    }),
    currency: field(currencyCode(), {
      means: 'The currency of the amount, in upper case.',
      unit: 'ISO 4217 code',
      example: 'EUR',
      entered: 'the sender',
    }),
  })
  .describe('An amount in whole minor units of one currency.');

/** An amount in whole minor units of one currency. */
export type Money = z.infer<typeof money>;
