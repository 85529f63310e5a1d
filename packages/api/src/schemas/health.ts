import { z } from 'zod';

/** Whether the service answers, and from what. */
export const healthSchema = z.object({
  status: z.literal('ok'),
  engine: z.enum(['memory', 'duckdb', 'clickhouse']),
  events: z.int().min(0),
  leads: z.int().min(0),
  quarantined: z.int().min(0),
  asOf: z.string().meta({ format: 'date-time' }).describe("The service's clock."),
  firstEvent: z.string().meta({ format: 'date-time' }).nullable(),
  lastEvent: z.string().meta({ format: 'date-time' }).nullable(),
});
