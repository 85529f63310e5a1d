/** A day that is closed by law. */
export interface Holiday {
  /** Such as `2026-12-25`. */
  readonly date: string;
  /** As people there call it. */
  readonly name: string;
}

/**
 * Tells the public holidays of a country or one of its regions (`DE`, `DE-BY`) that fall into a year. The one of
 * `@sameteam/agreement/holidays` is `publicHolidays`.
 */
export type HolidaySource = (region: string, year: number) => readonly Holiday[];
