import type { FactKind } from '../schema/fact-column.ts';
import type { Dictionary } from './dictionary.ts';

/** Values of one column: codes of a dictionary for terms and subjects, numbers with NaN for none for all others. */
export type ColumnData = (
  | { readonly kind: 'term' | 'subject'; readonly codes: Int32Array; readonly dictionary: Dictionary }
  | { readonly kind: 'time' | 'integer' | 'day'; readonly values: Float64Array }
) & {
  /** Set where no row has a value: such columns share one array, which is only read. */
  readonly isBlank?: true;
};

/** Dictionaries that columns of several grains share. Code 0 is the missing one. */
export interface FactDictionaries {
  readonly terms: Dictionary;
  readonly subjects: Dictionary;
}

/** As many values of each form as there are rows. */
export interface Values {
  readonly codes: Int32Array;
  readonly values: Float64Array;
}

/** Values of one column. Both arrays are there, so that every part has one form; they are empty until there is a value. */
export interface ColumnPart {
  readonly name: string;
  readonly dictionary: Dictionary | null;
  codes: Int32Array;
  values: Float64Array;
  /** What the row before said, and its code. */
  lastText: string | null;
  lastCode: number;
  readonly resize: (size: number) => void;
  /** @param blank as many rows without a value */
  readonly take: (count: number, blank: Values) => ColumnData;
}

/** Makes the empty values of a column. */
export function columnPart(name: string, kind: FactKind, { terms, subjects }: FactDictionaries): ColumnPart {
  if (kind === 'term' || kind === 'subject') {
    const dictionary = kind === 'term' ? terms : subjects;
    const part: ColumnPart = {
      ...emptyPart(name, dictionary),
      resize: (size) => {
        const codes = new Int32Array(size);
        codes.set(part.codes);
        part.codes = codes;
      },
      take: (count, blank) => {
        if (part.codes.length === 0) return { kind, codes: blank.codes, dictionary, isBlank: true };
        if (part.codes.length < count) part.resize(count);
        const codes = part.codes.subarray(0, count);
        part.codes = noCodes;
        return { kind, codes, dictionary };
      },
    };
    return part;
  }
  const part: ColumnPart = {
    ...emptyPart(name, null),
    resize: (size) => {
      const values = new Float64Array(size).fill(Number.NaN, part.values.length);
      values.set(part.values);
      part.values = values;
    },
    take: (count, blank) => {
      if (part.values.length === 0) return { kind, values: blank.values, isBlank: true };
      if (part.values.length < count) part.resize(count);
      const values = part.values.subarray(0, count);
      part.values = noValues;
      return { kind, values };
    },
  };
  return part;
}

const noCodes = new Int32Array(0);
const noValues = new Float64Array(0);

function emptyPart(name: string, dictionary: Dictionary | null): Omit<ColumnPart, 'resize' | 'take'> {
  return { name, dictionary, codes: noCodes, values: noValues, lastText: null, lastCode: 0 };
}
