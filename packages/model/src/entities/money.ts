import { z } from 'zod';
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
    amountMinor: integer().describe('Amount in minor units of the currency: 12.50 EUR is 1250.'),
    currency: currencyCode().describe('ISO 4217 code, upper case.'),
  })
  .describe('An amount in whole minor units of one currency.');

/** An amount in whole minor units of one currency. */
export type Money = z.infer<typeof money>;
