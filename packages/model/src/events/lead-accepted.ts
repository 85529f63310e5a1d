import { byField, noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** Sales accepted the lead: SAL. */
export const leadAccepted = dataOf({ by: byField, note: noteField }).describe('Sales accepted the lead (SAL).');

/** Sales qualified the lead: SQL. */
export const leadSalesQualified = dataOf({ by: byField, note: noteField }).describe('Sales qualified the lead (SQL).');
