const space = 32;
const minus = 45;
const zero = 48;

/** Lines of three fields each, the first of which is a letter and whole numbers joined by spaces. */
export interface ToldLines {
  /** Adds the lines of a text, whose fields are all joined by NUL, after those that there are; none of an empty one. */
  add(text: string): void;
  /** How many lines there are. */
  count(): number;
  /** The letter that a line begins with. */
  letterOf(line: number): string;
  /** The first number of a line, which is not negative. */
  firstOf(line: number): number;
  /** @param into where the numbers of the line go; it has as many of them at most */
  numbersOf(line: number, into: Float64Array): void;
  /** The second field of a line, or the third. */
  field(line: number, which: 2 | 3): string;
}

/** Ends of fields that are remembered of each line, after where it begins. */
const marks = 4;

/**
 * Lines that are cut and read where they are asked for: of what stands beside each other in a store, few are. To cut a
 * text into all its fields, and lines into texts of numbers, takes three times as long.
 */
export function toldLines(): ToldLines {
  const texts: string[] = [];
  const textOf: number[] = [];
  const places: number[] = [];
  const textAt = (line: number) => texts[textOf[line] as number] as string;
  const place = (line: number, mark: number) => places[line * marks + mark] as number;

  return {
    add(text) {
      for (let from = 0; from < text.length; ) {
        const first = text.indexOf('\0', from);
        const second = text.indexOf('\0', first + 1);
        const third = text.indexOf('\0', second + 1);
        const end = third === -1 ? text.length : third;
        textOf.push(texts.length);
        places.push(from, first, second, end);
        from = end + 1;
      }
      texts.push(text);
    },
    count: () => textOf.length,
    letterOf: (line) => textAt(line).charAt(place(line, 0)),
    firstOf(line) {
      const text = textAt(line);
      const end = place(line, 1);
      let value = 0;
      for (let at = place(line, 0) + 1; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === space) break;
        value = value * 10 + (code - zero);
      }
      return value;
    },
    numbersOf(line, into) {
      const text = textAt(line);
      const end = place(line, 1);
      let next = 0;
      let value = 0;
      let sign = 1;
      for (let at = place(line, 0) + 1; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === space) {
          into[next++] = sign * value;
          value = 0;
          sign = 1;
        } else if (code === minus) sign = -1;
        else value = value * 10 + (code - zero);
      }
      into[next] = sign * value;
    },
    field: (line, which) => textAt(line).slice(place(line, which - 1) + 1, place(line, which)),
  };
}
