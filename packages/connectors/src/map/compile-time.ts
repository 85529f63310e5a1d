import { fittingFormats } from '../time/fitting-formats.ts';
import { createInstantText } from '../time/instant-text.ts';
import { parseTimeFormat } from '../time/parse-time-format.ts';
import { type CivilTime, emptyCivilTime, type TimeFault } from '../time/time-format.ts';
import type { ZoneClock } from '../time/zone-clock.ts';
import type { RowContext } from './row-context.ts';

/** Reads a text as an instant or a day; notes an issue and gives `undefined` when it does not fit. */
export interface TimeReader {
  /** UTC epoch milliseconds. */
  instantMs(row: RowContext, text: string, slot: number | null): number | undefined;
  /** Such an instant in ISO 8601 with Z. */
  instantText(ms: number): string;
  /** The day, without zone, as yyyy-MM-dd. */
  dayText(row: RowContext, text: string, slot: number | null): string | undefined;
}

const mostRemembered = 20_000;
const longestRemembered = 10;

/**
 * Compiles patterns and a zone into a reader. A day is its first instant in the zone.
 * Texts of ten characters or fewer are remembered: an export has few days and many rows.
 */
export function compileTime(format: string | readonly string[], clock: ZoneClock): TimeReader {
  const formats = (typeof format === 'string' ? [format] : format).map(parseTimeFormat);
  const civil = emptyCivilTime();
  const writeInstant = createInstantText();
  const remembered = new Map<string, number>();
  const read = (row: RowContext, text: string, slot: number | null): boolean => {
    let fault: TimeFault | null = null;
    for (const candidate of formats) {
      fault = candidate.read(text, civil);
      if (fault === null) return true;
    }
    if (fault !== null)
      failTime(
        row,
        text,
        slot,
        formats.map(({ pattern }) => pattern),
        fault,
      );
    return false;
  };
  const instantMs = (row: RowContext, text: string, slot: number | null): number | undefined => {
    const known = text.length <= longestRemembered ? remembered.get(text) : undefined;
    if (known !== undefined) return known;
    if (!read(row, text, slot)) return undefined;
    const ms = toInstant(civil, clock);
    if (ms >= 0) {
      if (text.length <= longestRemembered && remembered.size < mostRemembered) remembered.set(text, ms);
      return ms;
    }
    row.fail('bad-time', slot, `"${text}" lies before 1970-01-01 in UTC.`);
    return undefined;
  };
  return {
    instantMs,
    instantText: writeInstant,
    dayText(row, text, slot) {
      if (!read(row, text, slot)) return undefined;
      return writeInstant(civil.days * 86_400_000).slice(0, 10);
    },
  };
}

function toInstant(civil: CivilTime, clock: ZoneClock): number {
  if (civil.offsetMinutes !== null) return civil.days * 86_400_000 + civil.msOfDay - civil.offsetMinutes * 60_000;
  return civil.isDate ? clock.startOfDayMs(civil.days) : clock.instantMs(civil.days, civil.msOfDay);
}

function failTime(
  row: RowContext,
  text: string,
  slot: number | null,
  patterns: readonly string[],
  fault: TimeFault,
): void {
  const pattern = patterns[0] as string;
  const says = patterns.length === 1 ? pattern : `one of ${patterns.join(', ')}`;
  const value = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const { patterns: fitting, isOtherOrder } =
    fault.kind === 'year' ? { patterns: [], isOtherOrder: false } : fittingFormats(text, pattern);
  const only = fitting.length === 1 ? `only fits ${fitting[0]}` : `fits ${fitting.join(' or ')}`;
  const hint =
    fitting.length === 0
      ? `The map says ${says}: ${fault.why}.`
      : `The map says ${says}, but ${value} ${only}: ${fault.why}.`;
  row.fail(isOtherOrder ? 'wrong-date-order' : 'bad-time', slot, `"${value}" is not a time of this form. ${hint}`);
}
