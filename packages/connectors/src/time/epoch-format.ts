import { dayMs } from './calendar.ts';
import type { TimeFormat } from './time-format.ts';

/** Seconds (fractions allowed) or milliseconds since 1970-01-01T00:00:00Z: the patterns `epoch-s` and `epoch-ms`. */
export function epochFormat(pattern: 'epoch-s' | 'epoch-ms'): TimeFormat {
  const unit = pattern === 'epoch-s' ? 1000 : 1;
  return {
    pattern,
    isDate: false,
    read(text, into) {
      if (!/^\d{1,15}(\.\d{1,9})?$/.test(text)) return { kind: 'form', why: 'it is not a number since 1970' };
      const ms = Math.floor(Number(text) * unit);
      if (ms > 253_402_300_799_999) return { kind: 'year', why: 'it lies after the year 9999' };
      into.days = Math.floor(ms / dayMs);
      into.msOfDay = ms - into.days * dayMs;
      into.isDate = false;
      into.offsetMinutes = 0;
      return null;
    },
  };
}
