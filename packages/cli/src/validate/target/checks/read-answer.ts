import { answerInWords, type Exchange, isRecord } from '../exchange.ts';

/** An object of which nothing is known yet. */
type Loose = Readonly<Record<string, unknown>>;

/** The answer of `/v1/events`, as far as it has the shape of one. */
export interface ReadAnswer {
  readonly counts: Loose;
  readonly items: readonly Loose[];
}

/**
 * Reads an answer of `/v1/events` of somebody else, which may be anything.
 * @returns what is wrong with it, in words, where it is none
 */
export function readAnswer(exchange: Exchange): ReadAnswer | string {
  const { json } = exchange;
  if (!isRecord(json) || !Array.isArray(json.items)) return `${answerInWords(exchange)}, which has no list "items"`;
  const items: readonly unknown[] = json.items;
  if (!items.every(isRecord)) return `${answerInWords(exchange)}, of which an item is no object`;
  return { counts: json, items };
}
