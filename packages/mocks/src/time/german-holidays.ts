/**
 * The holidays that all of Germany has, of one year.
 * @param year from 1995 on, when the list took its present form
 * @returns days since 1970-01-01, ascending
 * @example germanHolidays(2025).length // 9
 */
export function germanHolidays(year: number): readonly number[] {
  const easter = easterSunday(year);
  const fixed = (month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000;
  const [goodFriday, easterMonday, ascension, whitMonday] = [easter - 2, easter + 1, easter + 39, easter + 50];
  return [
    fixed(1, 1),
    goodFriday,
    easterMonday,
    fixed(5, 1),
    ascension,
    whitMonday,
    fixed(10, 3),
    fixed(12, 25),
    fixed(12, 26),
  ].sort((a, b) => a - b);
}

/** Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
