import { z } from 'zod';

/** A calendar grain, cut in the agreement's time zone. */
export const calendarGrainSchema = z.enum(['day', 'week', 'month', 'quarter', 'year']);
