import { type EventBatch, packEvents, readPayloads } from '@sameteam/metrics';
import { type EventType, eventRank } from '@sameteam/model';

/** An event of a log that is made for a measurement; its data has its keys in the order of RFC 8785. */
export interface WrittenLine {
  readonly type: EventType;
  readonly timeMs: number;
  readonly subject: string;
  readonly data: string;
  /** RFC 8785 form of the personal fields, where there are any. */
  readonly personal?: string;
}

/** Collects events into a batch, each group with ids of its own. */
export function batchWriter() {
  const columns = {
    group: [] as number[],
    type: [] as number[],
    timeMs: [] as number[],
    id: [] as string[],
    subject: [] as string[],
    data: [] as string[],
    personal: [] as (string | null)[],
  };
  return {
    /** Adds the events of a group, whose ids begin with a name. */
    add(group: number, name: string, lines: readonly WrittenLine[]): void {
      for (const [index, { type, timeMs, subject, data, personal }] of lines.entries()) {
        columns.group.push(group);
        columns.type.push(eventRank(type));
        columns.timeMs.push(timeMs);
        columns.id.push(`${name}-${index}`);
        columns.subject.push(subject);
        columns.data.push(data);
        columns.personal.push(personal ?? null);
      }
    },
    /** The batch of all that was added. */
    take(groupCount: number): EventBatch {
      const batch = {
        ...columns,
        count: columns.id.length,
        firstGroup: 0,
        groupCount,
        group: Int32Array.from(columns.group),
        type: Uint8Array.from(columns.type),
        timeMs: Float64Array.from(columns.timeMs),
        source: new Array<string>(columns.id.length).fill('bench'),
        attributes: new Array<null>(columns.id.length).fill(null),
      };
      return packEvents({ ...batch, ...readPayloads(batch) });
    },
  };
}
