/** The figures of one file of simulations: kept, and printed in one piece, since files run side by side. */
export class Figures {
  readonly #lines: string[] = [];

  add(line: string): void {
    this.#lines.push(line);
  }

  print(): void {
    process.stdout.write(`\n${this.#lines.join('\n')}\n\n`);
  }
}

/** @example percent(0.0312) // '3.1 %' */
export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`;
}

/** The integers from 0 up to, and without, `count`: the seeds of a simulation. */
export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The lower median; Infinity counts as a value. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** A median of weeks as a text; `most` were watched. */
export function weeksText(weeks: number, most: number): string {
  return weeks === Infinity ? `more than ${most}` : String(weeks);
}
