import { ConnectorError } from '../connector-error.ts';
import { daysInMonth, daysOf } from './calendar.ts';
import { epochFormat } from './epoch-format.ts';
import { isoFormat } from './iso-format.ts';
import type { CivilTime, TimeFault, TimeFormat } from './time-format.ts';

/** Places in the row of numbers that a pattern fills. */
const fields = ['year', 'month', 'day', 'hour', 'minute', 'second', 'fraction'] as const;
const [year, month, day, hour, minute, second, fraction, pm, offset] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

type Step =
  | {
      readonly kind: 'digits';
      readonly field: number;
      readonly least: number;
      readonly most: number;
      readonly twelve: boolean;
    }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'month-name' | 'am-pm' | 'offset' };

const digits = (field: number, least: number, most: number, twelve = false): Step => ({
  kind: 'digits',
  field,
  least,
  most,
  twelve,
});

const tokens: Readonly<Record<string, Step>> = {
  yyyy: digits(year, 4, 4),
  yy: digits(year, 2, 2),
  MMM: { kind: 'month-name' },
  MM: digits(month, 2, 2),
  M: digits(month, 1, 2),
  dd: digits(day, 2, 2),
  d: digits(day, 1, 2),
  HH: digits(hour, 2, 2),
  H: digits(hour, 1, 2),
  hh: digits(hour, 2, 2, true),
  h: digits(hour, 1, 2, true),
  a: { kind: 'am-pm' },
  mm: digits(minute, 2, 2),
  ss: digits(second, 2, 2),
  SSS: digits(fraction, 1, 9),
  XXX: { kind: 'offset' },
};

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Compiles a pattern of dates and times, strictly: every character must fit, and 13 is not a month.
 * Tokens: `yyyy`, `yy` (20yy), `MM`, `M`, `MMM` (English, three letters), `dd`, `d`, `HH`, `H`, `hh`, `h` with `a` (AM, PM),
 * `mm`, `ss`, `SSS` (one to nine digits), `XXX` (Z or an offset). One-letter tokens take one or two digits. Text in single
 * quotes, and every character that is not a letter, stands for itself.
 * `iso` reads ISO 8601 with `T` or a blank, `epoch-s` and `epoch-ms` read numbers since 1970.
 * @throws ConnectorError `bad-time-format`
 * @example
 * const civil = emptyCivilTime();
 * parseTimeFormat('d/M/yyyy').read('2/20/2018', civil) // { kind: 'range', why: '20 is not a month' }
 */
export function parseTimeFormat(pattern: string): TimeFormat {
  if (pattern === 'iso') return isoFormat;
  if (pattern === 'epoch-s' || pattern === 'epoch-ms') return epochFormat(pattern);
  const steps = compileSteps(pattern);
  const filled = steps.flatMap((step) =>
    step.kind === 'digits' ? [step.field] : step.kind === 'month-name' ? [month] : [],
  );
  for (const field of [year, month, day]) {
    if (!filled.includes(field)) throw bad(pattern, `it has no ${fields[field]}`);
  }
  const twice = filled.find((field, index) => filled.indexOf(field) !== index);
  if (twice !== undefined) throw bad(pattern, `it has the ${fields[twice]} twice`);
  const twelve = steps.some((step) => step.kind === 'digits' && step.twelve);
  if (twelve !== steps.some((step) => step.kind === 'am-pm')) throw bad(pattern, 'h and a belong together');
  const isDate = !filled.includes(hour);
  if (isDate && (filled.includes(minute) || filled.includes(second)))
    throw bad(pattern, 'it has minutes without hours');
  const values = new Int32Array(9);
  return {
    pattern,
    isDate,
    read(text, into) {
      values.fill(0);
      return fill(text, steps, values) ?? finish(values, isDate, steps, into);
    },
  };
}

function compileSteps(pattern: string): readonly Step[] {
  const steps: Step[] = [];
  for (const [part, quoted, letters] of pattern.matchAll(
    /'((?:[^']|'')*)'|(yyyy|yy|MMM|MM|M|dd|d|HH|H|hh|h|a|mm|ss|SSS|XXX)|[\s\S]/gu,
  )) {
    const token = letters === undefined ? undefined : tokens[letters];
    if (token !== undefined) steps.push(token);
    else if (quoted !== undefined) steps.push({ kind: 'literal', text: quoted.replaceAll("''", "'") || "'" });
    else if (/[\p{L}']/u.test(part) && part !== 'T' && part !== 'Z')
      throw bad(pattern, `"${part}" means nothing in it`);
    else steps.push({ kind: 'literal', text: part });
  }
  return steps;
}

function bad(pattern: string, why: string): ConnectorError {
  return new ConnectorError('bad-time-format', { pattern, why });
}

function fill(text: string, steps: readonly Step[], values: Int32Array): TimeFault | null {
  let at = 0;
  for (const step of steps) {
    if (step.kind === 'digits') {
      let value = 0;
      let count = 0;
      while (count < step.most) {
        const digit = text.charCodeAt(at + count) - 48;
        if (!(digit >= 0 && digit <= 9)) break;
        value = value * 10 + digit;
        count += 1;
      }
      if (count < step.least) return notDigits(text, at, step.field);
      if (step.field === fraction) value = Math.floor(value * 10 ** (3 - count));
      values[step.field] = step.field === year && step.most === 2 ? 2000 + value : value;
      at += count;
    } else if (step.kind === 'literal') {
      if (!text.startsWith(step.text, at)) return formFault(text, at, `"${step.text}"`);
      at += step.text.length;
    } else if (step.kind === 'month-name') {
      const found = monthNames.indexOf(text.slice(at, at + 3).toLowerCase());
      if (found < 0) return formFault(text, at, 'the name of a month');
      values[month] = found + 1;
      at += 3;
    } else if (step.kind === 'am-pm') {
      const half = text.slice(at, at + 2).toLowerCase();
      if (half !== 'am' && half !== 'pm') return formFault(text, at, 'AM or PM');
      values[pm] = half === 'pm' ? 2 : 1;
      at += 2;
    } else {
      const found = /^(?:Z|([+-])(\d\d):?(\d\d))/.exec(text.slice(at));
      if (found === null || Number(found[2] ?? 0) > 23 || Number(found[3] ?? 0) > 59)
        return formFault(text, at, 'an offset such as +02:00');
      values[offset] = (found[1] === '-' ? -1 : 1) * (Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0));
      at += found[0].length;
    }
  }
  return at === text.length ? null : { kind: 'form', why: `"${text.slice(at)}" is too much at its end` };
}

function finish(values: Int32Array, isDate: boolean, steps: readonly Step[], into: CivilTime): TimeFault | null {
  const at = (field: number): number => values[field] as number;
  let hours = at(hour);
  if (at(pm) > 0) {
    if (hours < 1 || hours > 12) return { kind: 'range', why: `${hours} is not an hour of twelve` };
    hours = (hours % 12) + (at(pm) === 2 ? 12 : 0);
  }
  if (at(month) < 1 || at(month) > 12) return { kind: 'range', why: `${at(month)} is not a month` };
  if (at(day) < 1 || at(day) > daysInMonth(at(year), at(month))) {
    return { kind: 'range', why: `${at(day)} is not a day of month ${at(month)} of ${at(year)}` };
  }
  if (hours > 23) return { kind: 'range', why: `${hours} is not an hour` };
  if (at(minute) > 59) return { kind: 'range', why: `${at(minute)} is not a minute` };
  if (at(second) > 59) return { kind: 'range', why: `${at(second)} is not a second` };
  if (at(year) < 1970) return { kind: 'year', why: `${at(year)} lies before 1970` };
  into.days = daysOf(at(year), at(month), at(day));
  into.msOfDay = ((hours * 60 + at(minute)) * 60 + at(second)) * 1000 + at(fraction);
  into.isDate = isDate;
  into.offsetMinutes = steps.some((step) => step.kind === 'offset') ? at(offset) : null;
  return null;
}

function notDigits(text: string, at: number, field: number): TimeFault {
  return formFault(text, at, `the ${fields[field]}`);
}

function formFault(text: string, at: number, wanted: string): TimeFault {
  return { kind: 'form', why: at >= text.length ? `it ends before ${wanted}` : `"${text.slice(at)}" is not ${wanted}` };
}
