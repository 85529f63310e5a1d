import { judgementShape } from '../entities/judgement.ts';
import { fieldAgain } from '../wire/field.ts';
import { agreementVersionField, byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** It became an MQL. */
export const leadQualified = dataOf({
  by: fieldAgain(byField, { example: 'scoring' }),
  ...judgementShape,
  agreementVersion: agreementVersionField,
}).describe('The lead became an MQL.');
