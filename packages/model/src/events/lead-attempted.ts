import { attemptShape } from '../entities/attempt.ts';
import { noteField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A rep tried to reach the lead. */
export const leadAttempted = dataOf({ ...attemptShape, note: noteField }).describe('A rep tried to reach the lead.');
