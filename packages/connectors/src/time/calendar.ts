const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Milliseconds of a day without a change of the clocks. */
export const dayMs = 86_400_000;

/** Days from 1970-01-01 in the Gregorian calendar. Source: H. Hinnant, days_from_civil. O(1). */
export function daysOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** How many days the month of the year has; 0 for what is not a month. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (monthDays[month - 1] ?? 0) + (isLeap ? 1 : 0);
}

/**
 * A day as `yyyy-MM-dd`.
 * @param days from 1970-01-01
 */
export function dayText(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}
