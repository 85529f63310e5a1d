import type { Random } from '../random/random.ts';
import { berlinDay, berlinMidnightMs, dayMs } from '../time/berlin-time.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { channelMix } from './volume.ts';

/** Inquiries by the hour of the day, and by the day of the week from Sunday on. */
const hours = [3, 2, 1, 1, 1, 2, 6, 16, 38, 62, 74, 72, 55, 60, 70, 68, 58, 44, 30, 26, 27, 25, 16, 8];
const weekdays = [0.3, 1.02, 1.08, 1.05, 1, 0.82, 0.24];

/** When and from where the leads of one month come. */
export interface MonthOfArrivals {
  /** Months since the company's start, from 0. */
  readonly index: number;
  /** Weight of each channel. */
  readonly mix: readonly number[];
  readonly firstMs: number;
  /** The last whole second of the month. */
  readonly lastMs: number;
  /** An instant of the month at which a lead could be captured. */
  readonly drawInstant: (random: Random, officeHours: boolean) => number;
}

/**
 * A month of the calendar of Europe/Berlin.
 * @param firstMonth the company's first month, as year * 12 + month from 0
 */
export function monthOfArrivals(
  index: number,
  {
    firstMonth,
    drift,
    working,
  }: { readonly firstMonth: number; readonly drift: boolean; readonly working: WorkingTime },
): MonthOfArrivals {
  const [firstDay, nextFirstDay] = [firstDayOf(firstMonth + index), firstDayOf(firstMonth + index + 1)];
  const days = Array.from({ length: nextFirstDay - firstDay }, (_, day) => firstDay + day);
  const midnights = days.map(berlinMidnightMs);
  const isWorking = midnights.map((midnight) => working.isWorkingDay(midnight));
  const anyDay = days.map((day, n) => (weekdays[(day + 4) % 7] as number) * (isWorking[n] || isWeekend(day) ? 1 : 0.4));
  const officeDay = isWorking.map((works) => (works ? 1 : 0));
  const lastMs = berlinMidnightMs(nextFirstDay) - 1000;
  return {
    index,
    mix: channelMix({ month: index, drift }),
    firstMs: midnights[0] as number,
    lastMs,
    drawInstant: (random, officeHours) => {
      const day = random.weighted(officeHours ? officeDay : anyDay);
      const midnight = midnights[day] as number;
      if (officeHours) return working.after(midnight, Math.floor(random.below(30_500)) * 1000);
      const second = random.weighted(hours) * 3600 + random.below(3600);
      return Math.min(midnight + second * 1000, (midnights[day + 1] ?? lastMs + 1000) - 1000);
    },
  };
}

/** Month of an instant, as year * 12 + month from 0, in Europe/Berlin. */
export function monthNumber(timeMs: number): number {
  const date = new Date(berlinDay(timeMs) * dayMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** First day of a month, as days since 1970-01-01. @param month year * 12 + month from 0 */
export function firstDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / dayMs;
}

/** A month as text. @example monthText(2024 * 12 + 9) // '2024-10' */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday === 0 || weekday === 6;
}
