import { stages } from '@sameteam/model';
import { z } from 'zod';

/** A stage of a lead. */
export const stageIdSchema = z.enum(stages);
