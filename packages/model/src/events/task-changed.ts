import { taskShape } from '../entities/task.ts';
import { dataOf } from './data-of.ts';

/** The next step was set, moved or done. */
export const taskChanged = dataOf(taskShape).describe('The next step was set, moved or done.');
