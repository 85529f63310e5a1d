import { berlinDay, berlinMidnightMs, dayMs, hourMs } from './berlin-time.ts';
import { germanHolidays } from './german-holidays.ts';

const opensAtMs = 9 * hourMs;
const openMs = 8.5 * hourMs;

/**
 * The company's hours: Monday to Friday 09:00 to 17:30 in Europe/Berlin, but for German holidays.
 * Everything is a table over days, so that each call takes constant time. Instants outside the table are clamped to it.
 */
export class WorkingTime {
  private readonly firstDay: number;
  /** Midnight of each day. */
  private readonly midnightMs: Float64Array;
  /** Working days before each day. */
  private readonly before: Int32Array;
  /** Opening instant of each working day. */
  private readonly openingMs: Float64Array;
  /** First instant of the stretch of calendar that `nearest` maps to each working day. */
  private readonly stretchMs: Float64Array;

  constructor({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) {
    this.firstDay = berlinDay(fromMs);
    const days = berlinDay(toMs) - this.firstDay + 1;
    this.midnightMs = Float64Array.from({ length: days + 1 }, (_, day) => berlinMidnightMs(this.firstDay + day));
    this.before = new Int32Array(days + 1);
    const holidays = holidaysBetween(fromMs, toMs);
    const working: number[] = [];
    for (let day = 0; day < days; day++) {
      this.before[day] = working.length;
      const weekday = (this.firstDay + day + 4) % 7;
      if (weekday !== 0 && weekday !== 6 && !holidays.has(this.firstDay + day)) working.push(day);
    }
    this.before[days] = working.length;
    this.openingMs = Float64Array.from(working, (day) => (this.midnightMs[day] as number) + opensAtMs);
    // Half of each weekend belongs to the working day before it, half to the one after.
    this.stretchMs = Float64Array.from(working, (day, index) => {
      const free = index === 0 ? 0 : day - (working[index - 1] as number) - 1;
      return this.midnightMs[day - Math.ceil(free / 2)] as number;
    });
  }

  /** Whether somebody works on the day of the instant. */
  isWorkingDay(timeMs: number): boolean {
    const day = this.dayIndex(timeMs);
    return (this.before[day + 1] as number) > (this.before[day] as number);
  }

  /**
   * The instant at which so much working time has passed.
   * @param workingMs at least 0
   * @returns within the hours of a working day, never before `timeMs`
   */
  after(timeMs: number, workingMs: number): number {
    const day = this.dayIndex(timeMs);
    const index = this.before[day] as number;
    const opening = this.openingMs[index] as number;
    const worksToday = index < (this.before[day + 1] as number);
    const usedMs = worksToday ? Math.min(Math.max(timeMs - opening, 0), openMs) : 0;
    const totalMs = usedMs + workingMs;
    const target = index + Math.floor(totalMs / openMs);
    if (target >= this.openingMs.length) return (this.openingMs.at(-1) as number) + openMs;
    return Math.floor(((this.openingMs[target] as number) + (totalMs % openMs)) / 1000) * 1000;
  }

  /**
   * The instant within working hours that stands for any instant: order is kept, the whole calendar is squeezed into
   * the hours of work, and nothing moves by more than half a free stretch and a day. On average it moves by an hour.
   */
  nearest(timeMs: number): number {
    const stretches = this.stretchMs;
    let index = Math.min(this.before[this.dayIndex(timeMs)] as number, stretches.length - 1);
    if (index > 0 && timeMs < (stretches[index] as number)) index--;
    const from = stretches[index] as number;
    const to = index + 1 < stretches.length ? (stretches[index + 1] as number) : from + dayMs;
    const share = Math.min(Math.max((timeMs - from) / (to - from), 0), 0.9999);
    return Math.floor(((this.openingMs[index] as number) + share * openMs) / 1000) * 1000;
  }

  private dayIndex(timeMs: number): number {
    const last = this.midnightMs.length - 2;
    // Off by at most one day on either side of a clock change.
    let day = Math.min(Math.max(Math.floor((timeMs - (this.midnightMs[0] as number)) / dayMs), 0), last);
    if (day < last && timeMs >= (this.midnightMs[day + 1] as number)) day++;
    else if (day > 0 && timeMs < (this.midnightMs[day] as number)) day--;
    return day;
  }
}

function holidaysBetween(fromMs: number, toMs: number): ReadonlySet<number> {
  const days: number[] = [];
  const lastYear = new Date(toMs).getUTCFullYear();
  for (let year = new Date(fromMs).getUTCFullYear(); year <= lastYear; year++) days.push(...germanHolidays(year));
  return new Set(days);
}
