/** One measured figure beside what it is held against. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  /** The limit or the peer, in words; empty where there is none. */
  readonly against: string;
  /** Whether the goal is met; `null` where there is none. */
  readonly isMet: boolean | null;
}

/** Prints figures as aligned lines, each with whether its goal is met. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const values = Math.max(...figures.map(({ value }) => value.length));
  console.log(`\n${title}`);
  for (const { what, value, against, isMet } of figures) {
    const verdict = isMet === null ? ' ' : isMet ? '✓' : '✗';
    console.log(`  ${verdict} ${what.padEnd(width)}  ${value.padStart(values)}  ${against}`);
  }
}

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] as number;
}

/** A count with thousands apart. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Milliseconds, as precise as they deserve. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}
