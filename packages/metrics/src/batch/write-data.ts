import type { JsonObject, SplitData } from '@sameteam/model';

/** The texts of the `data` of an event: as it came, and both its sides. */
export interface DataTexts {
  readonly whole: string;
  readonly data: string;
  readonly personal: string | null;
}

/**
 * Writes the `data` of an event with and without its personal fields. What lies on one side only, as nearly all does,
 * is written once.
 * @param keys the keys of `whole` in the order of RFC 8785
 */
export function writeData(
  whole: JsonObject,
  { data, personal }: SplitData,
  { keys, write }: { readonly keys: readonly string[]; readonly write: (value: unknown) => string },
): DataTexts {
  if (personal === null) {
    const text = write(whole);
    return { whole: text, data: text, personal: null };
  }
  const texts = { whole: '', data: '', personal: '' };
  const add = (to: keyof typeof texts, piece: string): void => {
    texts[to] += texts[to] === '' ? piece : `,${piece}`;
  };
  for (const key of keys) {
    const value = whole[key];
    if (value === undefined) continue;
    const name = `${JSON.stringify(key)}:`;
    const piece = name + write(value);
    add('whole', piece);
    if (data[key] !== undefined) add('data', data[key] === value ? piece : name + write(data[key]));
    if (personal[key] === undefined) continue;
    add('personal', data[key] === undefined ? piece : name + write(personal[key]));
  }
  return { whole: `{${texts.whole}}`, data: `{${texts.data}}`, personal: `{${texts.personal}}` };
}
