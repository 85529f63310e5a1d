import { leadFactsShape } from '../entities/lead.ts';
import { dataOf } from './data-of.ts';

/** An inquiry came in. */
export const leadCaptured = dataOf(leadFactsShape).describe('An inquiry came in.');
