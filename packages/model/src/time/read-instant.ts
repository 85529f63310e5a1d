/** Why a text is not an instant. */
export type InstantFault = 'form' | 'no-zone' | 'year' | 'leap-second' | 'no-such-time';

/** 9999-12-31, in days since 1970-01-01. */
const lastDay = 2_932_896;

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads an RFC 3339 instant with upper-case `T` and `Z` without throwing; digits beyond milliseconds are cut off.
 * On 1970-01-01 there is no offset east of UTC and on 9999-12-31 none west of it, which would lead out of those years.
 * Written by hand because `Date.parse` takes 2026-02-30, times without zone, and is several times slower.
 * @returns UTC epoch milliseconds in the years 1970 to 9999, or what is wrong with the text
 * @example readInstant('2026-10-01T09:30:00') // 'no-zone'
 */
export function readInstant(text: string): number | InstantFault {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if ((year | month | day | hour | minute | second) < 0 || !hasSeparators(text)) return 'form';
  let end = 19;
  let ms = 0;
  if (text.charCodeAt(end) === 46) {
    const start = ++end;
    while (isDigit(text.charCodeAt(end))) end++;
    if (end === start || end - start > 9) return 'form';
    for (let place = 0, unit = 100; place < 3; place++, unit /= 10) {
      if (start + place < end) ms += (text.charCodeAt(start + place) - 48) * unit;
    }
  }
  const offset = offsetMinutes(text, end);
  if (typeof offset === 'string') return offset;
  if (second === 60 && minute < 60 && hour < 24) return 'leap-second';
  if (hour > 23 || minute > 59 || second > 59 || !isDayOfMonth(year, month, day)) return 'no-such-time';
  const days = daysSinceEpoch(year, month, day);
  if (days < 0 || (days === 0 && offset > 0) || (days === lastDay && offset < 0)) return 'year';
  return days * 86_400_000 + ((hour * 60 + minute - offset) * 60 + second) * 1000 + ms;
}

/** Days from 1970-01-01 in the Gregorian calendar. Source: H. Hinnant, days_from_civil. O(1). */
export function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** Whether the month of the year has that day. */
export function isDayOfMonth(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (monthDays[month - 1] ?? 0) + (isLeap ? 1 : 0);
}

function hasSeparators(text: string): boolean {
  return (
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    text.charCodeAt(10) === 84 &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58
  );
}

function offsetMinutes(text: string, at: number): number | InstantFault {
  const sign = text.charCodeAt(at);
  if (sign === 90) return text.length === at + 1 ? 0 : 'form';
  if (text.length === at) return 'no-zone';
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  const isOffset = (sign === 43 || sign === 45) && text.charCodeAt(at + 3) === 58 && text.length === at + 6;
  if (!isOffset || hours < 0 || minutes < 0 || hours > 23 || minutes > 59) return 'form';
  return (sign === 45 ? -1 : 1) * (hours * 60 + minutes);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function digits(text: string, start: number, length: number): number {
  let value = 0;
  for (let index = start; index < start + length; index++) {
    const code = text.charCodeAt(index);
    if (!isDigit(code)) return -1;
    value = value * 10 + code - 48;
  }
  return value;
}
