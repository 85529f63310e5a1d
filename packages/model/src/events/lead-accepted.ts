import { fieldAgain } from '../wire/field.ts';
import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** Sales accepted the lead: SAL. */
export const leadAccepted = dataOf({
  by: byField,
  note: fieldAgain(noteField, { example: 'Reached Ann at once; she knows what she wants.' }),
}).describe('Sales accepted the lead (SAL).');

/** Sales qualified the lead: SQL. */
export const leadSalesQualified = dataOf({ by: byField, note: noteField }).describe('Sales qualified the lead (SQL).');
