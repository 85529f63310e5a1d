import type { FieldCheck } from '@sameteam/model';

/** Writes values of one leaf as JSON. */
export interface LeafText {
  /** Takes a value; answers whether the model takes it too. */
  take(value: unknown): boolean;
  /** The value that was taken last, as JSON. */
  readonly text: string;
}

/** Places for texts that are remembered of one leaf, and how long those may be. */
const placesForTexts = 16_384;
const longestKnown = 64;

/**
 * Makes the writer of a leaf. The texts of a column are few, or hardly two are the same: the last ones are remembered,
 * and with the others that stops as soon as it shows. Each text has one place in which the last with that place stands:
 * a `Map` takes three times as long for texts that were just cut out of a file.
 */
export function createLeafText(check: FieldCheck): LeafText {
  let values: string[] | null = new Array<string>(placesForTexts).fill('');
  const texts = new Array<string>(placesForTexts).fill('');
  let asked = 0;
  let found = 0;
  const taken = { text: '', take };

  function write(value: unknown): boolean {
    if (!check(value)) return false;
    taken.text = JSON.stringify(value);
    return true;
  }

  function take(value: unknown): boolean {
    if (typeof value !== 'string' || values === null || value.length > longestKnown) return write(value);
    const place = placeOf(value);
    asked += 1;
    // An empty text is no value of a leaf, and what no text has come to yet.
    if (values[place] === value && value !== '') {
      found += 1;
      taken.text = texts[place] as string;
      return true;
    }
    if (!write(value)) return false;
    if (asked > placesForTexts && found * 2 < asked) {
      values = null;
      texts.length = 0;
      return true;
    }
    // As it is it may be a slice, which keeps all of the file's text in memory.
    values[place] = JSON.parse(taken.text) as string;
    texts[place] = taken.text;
    return true;
  }

  return taken;
}

function placeOf(text: string): number {
  let place = text.length;
  for (let at = 0; at < text.length; at += 1) place = Math.imul(place ^ text.charCodeAt(at), 0x01000193);
  return (place ^ (place >>> 15)) & (placesForTexts - 1);
}
