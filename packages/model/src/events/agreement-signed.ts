import { z } from 'zod';
import { field } from '../wire/field.ts';
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
  version: field(integer(1), {
    means: 'The version of the agreement that is signed.',
    unit: 'number of the version',
    example: 3,
    entered: 'the system',
  }),
  digest: field(sha256(), {
    means: 'Digest of the normalised document, which says what exactly is signed.',
    unit: 'SHA-256 as 64 hexadecimal digits, lower case',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    entered: 'the system',
  }),
  team: field(name(), {
    means: 'Team that signs, or the name of a witness.',
    example: 'marketing',
    entered: 'both teams',
  }),
  by: field(name(), {
    means: 'Who signed for the team.',
    example: 'rep-1',
    entered: 'both teams',
  }),
}).describe('A version of the agreement was signed.');
