const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;

/** What `findRecordEnd` found: `broken` is a quote in the wrong place, `incomplete` a record that is still open at `stop`. */
export interface RecordEnd {
  readonly state: 'complete' | 'incomplete' | 'broken';
  /** The offset after the record's line break (`complete` only). */
  readonly end: number;
  /** How many line breaks it holds, its own included (`complete` only). */
  readonly lines: number;
}

const incomplete: RecordEnd = { state: 'incomplete', end: 0, lines: 0 };
const broken: RecordEnd = { state: 'broken', end: 0, lines: 0 };

/**
 * The end of a record that holds at least one quote, by the rules of RFC 4180: a quote opens at the start of a cell only,
 * is doubled inside, and closes before a delimiter, a line break or the end. A quote inside an unquoted cell is a
 * character like any other.
 * @param bytes ASCII-compatible bytes
 * @param start where the record starts
 * @param stop where to give up: the end of what is there
 * @param isFinal true when nothing follows `stop`
 */
export function findRecordEnd(
  bytes: Uint8Array,
  start: number,
  stop: number,
  delimiter: number,
  newline: 'lf' | 'cr',
  isFinal: boolean,
): RecordEnd {
  const breaksOnCr = newline === 'cr';
  let at = start;
  let lines = 0;
  while (at < stop) {
    if (bytes[at] === quote) {
      at += 1;
      for (;;) {
        if (at >= stop) return incomplete;
        const byte = bytes[at] as number;
        if (byte === quote) {
          if (at + 1 >= stop) return isFinal ? { state: 'complete', end: stop, lines } : incomplete;
          if (bytes[at + 1] !== quote) break;
          at += 1;
        } else if (byte === lf || (breaksOnCr && byte === cr)) {
          lines += 1;
        }
        at += 1;
      }
      at += 1;
      const after = bytes[at] as number;
      if (after === cr && !breaksOnCr) {
        if (at + 1 >= stop) return isFinal ? { state: 'complete', end: stop, lines } : incomplete;
        if (bytes[at + 1] !== lf) return broken;
        return { state: 'complete', end: at + 2, lines: lines + 1 };
      }
      if (after !== delimiter && after !== lf && !(breaksOnCr && after === cr)) return broken;
    }
    while (at < stop) {
      const byte = bytes[at] as number;
      if (byte === delimiter) break;
      if (byte === lf || (breaksOnCr && byte === cr)) return { state: 'complete', end: at + 1, lines: lines + 1 };
      at += 1;
    }
    at += 1;
  }
  return isFinal ? { state: 'complete', end: stop, lines } : incomplete;
}
