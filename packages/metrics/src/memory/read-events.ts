import { eventRank } from '@sameteam/model';
import type { Dictionary } from '../facts/columns/dictionary.ts';
import { growingInt32 } from '../facts/columns/growing.ts';
import { leadFold } from '../facts/lead-fold.ts';
import { foldRanks, type Said, said, saidOfCapture } from '../facts/promoted.ts';

/** Code of a field of which an event says nothing. */
export const unsaid = -1;

/** What the quick fold reads of the data of an event: the same number of values for each event of a type. */
interface Reading {
  readonly width: number;
  readonly read: (data: unknown) => readonly Said[];
}

const nothing: Reading = { width: 0, read: () => [] };
const capture: Reading = { width: leadFold.capture.length, read: saidOfCapture };

/** By rank of the events that the quick fold visits: most events of a log attain no stage and set no value. */
const readings: ReadonlyMap<number, Reading> = new Map([
  ...leadFold.stages.map(({ event }): [number, Reading] => [eventRank(event), nothing]),
  [foldRanks.reopened, nothing],
  [foldRanks.captured, capture],
  [foldRanks.updated, capture],
  ...leadFold.last.map(({ event, field }): [number, Reading] => [
    eventRank(event),
    { width: 1, read: (data) => [said(data, [field])] },
  ]),
]);

/** The events that the quick fold visits, by type, each list in the order of arrival, so that it passes over no others. */
export class ReadEvents {
  private readonly values: Dictionary;
  private readonly lists = new Map(
    [...readings].map(([rank, { width }]) => [
      rank,
      { events: growingInt32(), codes: Array.from({ length: width }, growingInt32) },
    ]),
  );

  /** @param values codes of what the events say */
  constructor(values: Dictionary) {
    this.values = values;
  }

  /** Notes an event, where the fold reads its type. */
  note(event: number, rank: number, text: string): void {
    const list = this.lists.get(rank);
    if (list === undefined) return;
    list.events.push(event);
    if (list.codes.length === 0) return;
    const { read } = readings.get(rank) as Reading;
    for (const [field, value] of read(JSON.parse(text)).entries())
      list.codes[field]?.push(value === undefined ? unsaid : this.values.code(value));
  }

  /** The events of a type. */
  of(rank: number): Int32Array {
    return this.list(rank).events.view();
  }

  /** What each event of a type says of a field: the fields of `leadFold.capture` in their order, or the only one of `leadFold.last`. */
  codes(rank: number, field: number): Int32Array {
    return (this.list(rank).codes[field] as ReturnType<typeof growingInt32>).view();
  }

  private list(rank: number) {
    const list = this.lists.get(rank);
    if (list === undefined) throw new Error(`The quick fold does not read events of rank ${rank}.`);
    return list;
  }
}
