import { daysInMonth, daysOf } from './calendar.ts';
import type { TimeFormat } from './time-format.ts';

const form =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(Z|UTC)|([+-])(\d\d):?(\d\d)?)?)?$/;

/** ISO 8601 dates and times, with `T` or a blank between, with or without zone: the pattern `iso`. */
export const isoFormat: TimeFormat = {
  pattern: 'iso',
  isDate: false,
  read(text, into) {
    const parts = form.exec(text);
    if (parts === null) return { kind: 'form', why: 'it has not the form of ISO 8601' };
    const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((index) => Number(parts[index] ?? 0)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (month < 1 || month > 12) return { kind: 'range', why: `${month} is not a month` };
    if (day < 1 || day > daysInMonth(year, month))
      return { kind: 'range', why: `${day} is not a day of month ${month} of ${year}` };
    if (hour > 23 || minute > 59 || second > 59)
      return { kind: 'range', why: `${text.slice(11)} is not a time of day` };
    if (year < 1970) return { kind: 'year', why: `${year} lies before 1970` };
    into.days = daysOf(year, month, day);
    into.msOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'));
    into.isDate = parts[4] === undefined;
    into.offsetMinutes = null;
    if (parts[8] !== undefined) into.offsetMinutes = 0;
    if (parts[9] !== undefined) {
      const [hours, minutes] = [Number(parts[10]), Number(parts[11] ?? 0)];
      if (hours > 23 || minutes > 59) return { kind: 'range', why: `${text.slice(-6)} is not an offset` };
      into.offsetMinutes = (parts[9] === '-' ? -1 : 1) * (hours * 60 + minutes);
    }
    return null;
  },
};
