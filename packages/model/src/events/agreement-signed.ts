import { z } from 'zod';
import { marks } from '../wire/marks.ts';
import { integer } from '../wire/numbers.ts';
import { name } from '../wire/text.ts';
import { dataOf } from './data-of.ts';

function sha256(): z.ZodString {
  const schema = z.string().regex(/^[0-9a-f]{64}$/);
  marks.add(schema, { expected: '64 hexadecimal digits' });
  return schema;
}

/** A version of the agreement was signed. */
export const agreementSigned = dataOf({
  version: integer(1).describe('The version.'),
  digest: sha256().describe('SHA-256 of the normalised document, in hex.'),
  team: name().describe('Team that signs, or the name of a witness.'),
  by: name().describe('Who signed for it.'),
}).describe('A version of the agreement was signed.');
