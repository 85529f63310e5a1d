/** An interval and the value in it, in any unit. */
export interface DrawnInterval {
  readonly low: number;
  readonly value: number;
  readonly high: number;
  /** Whether the value is only expected: drawn hollow. */
  readonly isExpected: boolean;
}

/** What fills the width: the same for all intervals that are to be compared. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

/**
 * An interval drawn on a scale, so that those below each other can be compared: where two overlap, the numbers may well
 * be equal.
 * @param width in characters; at least 3
 * @returns as many characters as `width`
 * @example intervalBar({ low: 1, value: 3, high: 6, isExpected: false }, { from: 0, to: 8 }, 9) // ' ├─●──┤  '
 */
export function intervalBar(
  { low, value, high, isExpected }: DrawnInterval,
  { from, to }: Scale,
  width: number,
): string {
  const place = (at: number) => {
    const share = to > from ? (at - from) / (to - from) : 0.5;
    return Math.round(Math.min(1, Math.max(0, share)) * (width - 1));
  };
  const [first, at, last] = [place(low), place(value), place(high)];
  return Array.from({ length: width }, (_, index) => {
    if (index === at) return isExpected ? '○' : '●';
    if (index === first) return '├';
    if (index === last) return '┤';
    return index > first && index < last ? '─' : ' ';
  }).join('');
}

/** The scale that holds all of the intervals; `null` where there are none. */
export function scaleOf(intervals: readonly (DrawnInterval | null)[]): Scale | null {
  const drawn = intervals.filter((it) => it !== null);
  if (drawn.length === 0) return null;
  return { from: Math.min(...drawn.map((it) => it.low)), to: Math.max(...drawn.map((it) => it.high)) };
}
