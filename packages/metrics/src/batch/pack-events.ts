import type { EventBatch, EventColumns, TextColumn } from './event-batch.ts';

const separator = '\0';
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Joins texts that hold no NUL. An array joins `null` as the empty text. */
export function packTexts(texts: readonly (string | null)[]): TextColumn {
  return encoder.encode(texts.join(separator));
}

/** Puts columns behind one another; none of them may be of no texts. */
export function joinColumns(columns: readonly TextColumn[]): TextColumn {
  const length = columns.reduce((sum, column) => sum + column.length + 1, 0);
  const joined = new Uint8Array(Math.max(0, length - 1));
  let at = 0;
  for (const column of columns) {
    joined.set(column, at);
    // The byte between two columns is 0 already, which is the separator.
    at += column.length + 1;
  }
  return joined;
}

/**
 * Takes the texts of a column apart.
 * @throws Error when there are not as many as there should be: a text held NUL
 */
export function unpackTexts(column: TextColumn, count: number): readonly string[] {
  const texts = count === 0 ? [] : decoder.decode(column).split(separator);
  if (texts.length !== count) throw new Error(`A column of ${count} texts holds ${texts.length}.`);
  return texts;
}

/**
 * Makes a batch of columns.
 * @example
 * [...packEvents({ ...columns, id: ['1', '2'] }).id] // [49, 0, 50]
 */
export function packEvents({ source, id, subject, data, personal, attributes, ...rest }: EventColumns): EventBatch {
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  return {
    ...rest,
    source: Int32Array.from(source, placeOf),
    sources: [...places.keys()],
    id: packTexts(id),
    subject: packTexts(subject),
    data: packTexts(data),
    personal: packSome(personal),
    attributes: packSome(attributes),
  };
}

function packSome(texts: readonly (string | null)[]): TextColumn | null {
  return texts.every((text) => text === null) ? null : packTexts(texts);
}

/**
 * Makes columns of a batch: the inverse of `packEvents`.
 * @throws Error when a column does not hold as many texts as the batch has events
 * @example
 * unpackEvents(batch).id.length === batch.count // true
 */
export function unpackEvents({ sources, ...batch }: EventBatch): EventColumns {
  const { count } = batch;
  return {
    ...batch,
    source: Array.from(batch.source, (place) => sources[place] as string),
    id: unpackTexts(batch.id, count),
    subject: unpackTexts(batch.subject, count),
    data: unpackTexts(batch.data, count),
    personal: unpackSome(batch.personal, count),
    attributes: unpackSome(batch.attributes, count),
  };
}

function unpackSome(column: TextColumn | null, count: number): readonly (string | null)[] {
  if (column === null) return new Array<null>(count).fill(null);
  return unpackTexts(column, count).map((text) => (text === '' ? null : text));
}
