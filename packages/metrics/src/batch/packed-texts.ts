import type { TextColumn } from './event-batch.ts';

/** The texts of a packed column by their places, without taking them apart. */
export interface PackedTexts {
  areSame(a: number, b: number): boolean;
  /** A column of the texts at those places. */
  pick(places: readonly number[]): TextColumn;
}

/** Looks where the texts of a column stand when that is first asked for. */
export function packedTexts(column: TextColumn, count: number): PackedTexts {
  let known: Int32Array | null = null;
  const starts = (): Int32Array => {
    known ??= textStarts(column, count);
    return known;
  };
  return {
    areSame(a, b) {
      const at = starts();
      const length = (at[a + 1] as number) - (at[a] as number);
      if (length !== (at[b + 1] as number) - (at[b] as number)) return false;
      for (let byte = 0; byte < length - 1; byte++)
        if (column[(at[a] as number) + byte] !== column[(at[b] as number) + byte]) return false;
      return true;
    },
    pick(places) {
      const at = starts();
      const length = places.reduce((sum, place) => sum + (at[place + 1] as number) - (at[place] as number), 0);
      const picked = new Uint8Array(Math.max(0, length - 1));
      let to = 0;
      for (const place of places) {
        const from = at[place] as number;
        const next = at[place + 1] as number;
        picked.set(column.subarray(from, next - 1), to);
        to += next - from;
      }
      return picked;
    },
  };
}

/** Where each text starts, and one more start behind the last. */
function textStarts(column: TextColumn, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let place = 1; place < count; place++) starts[place] = column.indexOf(0, starts[place - 1]) + 1;
  starts[count] = column.length + 1;
  return starts;
}
