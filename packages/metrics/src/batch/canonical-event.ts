import { canonicalJson, eventTypes, type JsonObject, mergePersonal } from '@sameteam/model';
import type { EventColumns } from './event-batch.ts';

/**
 * The RFC 8785 form of an event of a batch as it was received, without `recordedtime`: nothing of it is lost between the
 * columns, so that it need not travel beside them.
 */
export function canonicalEvent(columns: EventColumns, index: number): string {
  const personal = columns.personal[index] ?? null;
  const attributes = columns.attributes[index] ?? null;
  const data = JSON.parse(columns.data[index] as string) as JsonObject;
  return canonicalJson({
    specversion: '1.0',
    id: columns.id[index],
    source: columns.source[index],
    type: eventTypes[columns.type[index] as number],
    subject: columns.subject[index],
    time: plainUtc(columns.timeMs[index] as number),
    data: personal === null ? data : mergePersonal(data, JSON.parse(personal) as JsonObject),
    ...(attributes === null ? {} : (JSON.parse(attributes) as JsonObject)),
  });
}

/** An instant as plain UTC, with milliseconds only where they are not zero. */
function plainUtc(timeMs: number): string {
  const text = new Date(timeMs).toISOString();
  return timeMs % 1000 === 0 ? text.replace('.000Z', 'Z') : text;
}
