import { z } from 'zod';
import { day } from '../schema/days.ts';

const instant = z.iso.datetime();

/**
 * What working time depends on beside the agreement, for some years: plain JSON, to be signed with it. Offsets stand from
 * two days before the first year to two days after the last; holidays from the last day before the first year on, whose
 * night shift reaches into it.
 */
export const calendarPins = z.strictObject({
  fromYear: z.int().min(1970).max(2199),
  toYear: z.int().min(1970).max(2199),
  /** By zone: since when its clocks are how many seconds ahead of UTC. */
  zones: z.record(z.string(), z.array(z.strictObject({ since: instant, offsetSeconds: z.int() })).min(1)),
  /** By country or region. */
  holidays: z.record(z.string(), z.array(z.strictObject({ date: day(), name: z.string() }))),
});

/** See {@link calendarPins}. Made by `pinCalendars`. */
export type CalendarPins = z.infer<typeof calendarPins>;
