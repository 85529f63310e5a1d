/** What a pattern read. One object is written over and over, because millions are read. */
export interface CivilTime {
  /** Days from 1970-01-01 in the calendar of the zone (of UTC when there is an offset). */
  days: number;
  msOfDay: number;
  /** True when the text names a day and no time of day. */
  isDate: boolean;
  /** Minutes east of UTC when the text says so itself, otherwise `null`: the map's zone holds. */
  offsetMinutes: number | null;
}

/** Why a text does not fit a pattern. */
export interface TimeFault {
  /** `form`: other characters than the pattern; `range`: no such month, day, hour, minute or second; `year`: outside 1970 to 9999. */
  readonly kind: 'form' | 'range' | 'year';
  /** A clause for people, such as `20 is not a month`. */
  readonly why: string;
}

/** A compiled pattern. */
export interface TimeFormat {
  readonly pattern: string;
  /** True when the pattern has no time of day: a value is the start of a day. */
  readonly isDate: boolean;
  /** Reads a text into `into`; `null` when it fits. */
  read(text: string, into: CivilTime): TimeFault | null;
}

/**
 * An empty `CivilTime` to read into.
 * @example emptyCivilTime().offsetMinutes // null
 */
export function emptyCivilTime(): CivilTime {
  return { days: 0, msOfDay: 0, isDate: false, offsetMinutes: null };
}
