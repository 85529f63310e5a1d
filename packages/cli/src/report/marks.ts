import type { CommandContext } from '../context.ts';
import { bar } from '../terminal/bar.ts';
import { sparkLine } from './analysis/spark-line.ts';
import { intervalBar } from './interval-bar.ts';

/** The signs that are drawn beside numbers, and what stands for no value. */
export interface Marks {
  readonly bar: (value: number, most: number, width: number) => string;
  readonly interval: typeof intervalBar;
  /** Values as small columns, one a character. */
  readonly spark: typeof sparkLine;
  /** A text in which signs of typography are those that the terminal has. */
  readonly text: (text: string) => string;
}

const unicode: Marks = { bar, interval: intervalBar, spark: sparkLine, text: (text) => text };

const plain: Marks = {
  bar: (value, most, width) =>
    value <= 0 || most <= 0 ? '' : '#'.repeat(Math.max(1, Math.round((value / most) * width))),
  interval: (interval, scale, width) =>
    intervalBar(interval, scale, width).replace(/[├┤]/g, '|').replace(/─/g, '-').replace(/●/g, 'o').replace(/○/g, '?'),
  spark: (values, most) =>
    values.map((value) => (value === null ? '.' : String(most <= 0 ? 0 : Math.round((value / most) * 9)))).join(''),
  text: (text) => text.replace(/–/g, '-').replace(/…/g, '~'),
};

/** The signs that an output can show: a dumb terminal has those of ASCII only. */
export function marksOf(env: CommandContext['env']): Marks {
  return env.TERM === 'dumb' ? plain : unicode;
}
