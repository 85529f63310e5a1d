import { z } from 'zod';
import { requestLimits } from './request-limits.ts';

/** Whose history is asked for: the id without its kind. */
export const historyRequestSchema = z.strictObject({ id: z.string().min(1).max(requestLimits.leadIdLength) });

/** One event of a lead as kept, with the attribute names of CloudEvents. */
export const historyEventSchema = z.object({
  id: z.string(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: z.string().meta({ format: 'date-time' }),
  recordedtime: z.string().meta({ format: 'date-time' }),
  import: z.string().describe('The import that brought it.'),
  retracted: z.boolean().describe('Taken back later: it counts nowhere.'),
  data: z.unknown(),
});

/** Everything that happened to one lead, first to last. */
export const leadHistorySchema = z.object({
  lead: z.string().describe('Typed id, such as lead/42.'),
  events: z.array(historyEventSchema),
});
