import { z } from 'zod';
import { conditionField } from './field.ts';
import { formUnion } from './form-union.ts';
import { sentence } from './identifier.ts';

const kept = z.strictObject({
  file: sentence().describe('CSV with one entry a row.'),
  key: conditionField().describe('The field that its entries are values of; also the heading of their column.'),
});

/** A list that conditions can ask for: kept in a file, which is operated, or one that comes with Sameteam. */
export const list = formUnion([z.literal('builtin'), kept], (value) => (typeof value === 'string' ? 0 : 1));
