import { parseDecimal } from '../map/parse-decimal.ts';
import { guessTimeFormat, type TimeGuess } from './guess-time-format.ts';
import { isHeadingOfTimes } from './heading-phrases.ts';

/** What the sampled cells of a column look like. */
export interface ColumnProfile {
  readonly heading: string;
  readonly rows: number;
  /** The cells that hold something, in order. */
  readonly values: readonly string[];
  readonly distinct: number;
  readonly kind: 'empty' | 'time' | 'integer' | 'number' | 'boolean' | 'email' | 'text';
  readonly time: TimeGuess | null;
  /** The decimal sign of a number; `null` when the cells leave it open. */
  readonly decimal: '.' | ',' | null;
}

const dateWords =
  /date|time|day|created|updated|modified|closed?|won|lost|_at$| at$|since|when|(captur|submitt|receiv|register|qualifi|accept|assign|reject|recycl|attempt|contact|sign|open)ed|mql|sql/i;

/** Describes a column from its sampled cells. */
export function profileColumn(heading: string, cells: readonly string[]): ColumnProfile {
  const values = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const time = guessTimeFormat(values, dateWords.test(heading) || isHeadingOfTimes(heading));
  const decimal = guessDecimal(values);
  return {
    heading,
    rows: cells.length,
    values,
    distinct: new Set(values).size,
    kind: kindOf(values, time),
    time,
    decimal,
  };
}

/** Whether every sampled row has a value of its own. */
export function isUnique({ rows, values, distinct }: ColumnProfile): boolean {
  return rows > 0 && values.length === rows && distinct === rows;
}

function kindOf(values: readonly string[], time: TimeGuess | null): ColumnProfile['kind'] {
  if (values.length === 0) return 'empty';
  if (time !== null) return 'time';
  if (
    values.every((value) => /^(true|false|yes|no|0|1)$/i.test(value)) &&
    new Set(values.map((value) => value.toLowerCase())).size <= 2
  )
    return 'boolean';
  if (values.every((value) => /^-?\d{1,15}$/.test(value))) return 'integer';
  if (
    values.every(
      (value) => !/[A-Z]\d/.test(value) && (parseDecimal(value, '.') !== null || parseDecimal(value, ',') !== null),
    )
  )
    return 'number';
  return values.filter((value) => /^[^@\s]+@[^@\s]+$/.test(value)).length * 10 >= values.length * 9 ? 'email' : 'text';
}

function guessDecimal(values: readonly string[]): '.' | ',' | null {
  const point = values.every((value) => parseDecimal(value, '.') !== null);
  const comma = values.every((value) => parseDecimal(value, ',') !== null);
  if (point === comma) return values.some((value) => /[.,]/.test(value)) ? null : '.';
  return point ? '.' : ',';
}
