import type { MappedEvent, RecordBatch, RowVerdict } from '@sameteam/connectors';
import { type EventBatch, EventBatchBuilder, type QuarantinedRow } from '@sameteam/metrics';
import { type LeadEvent, validateEvent } from '@sameteam/model';
import type { BlameColumn } from './blamed-column.ts';
import { type BadRow, subjectsOf } from './erased-rows.ts';
import type { TableReading } from './table-reading.ts';

/** What a batch of records came to. Plain data: it can be sent to another thread. */
export interface ReadRows {
  /** Data rows, the bad ones among them. */
  readonly rows: number;
  /** Events of the good rows; a group is a good row. */
  readonly events: EventBatch;
  /** Line of each good row, by group. */
  readonly lines: Int32Array;
  readonly quarantined: readonly BadRow[];
  /** Line of a last row that no line break ends: it may have been cut off; `null` where there is none. */
  readonly unterminatedLine: number | null;
}

/** A row whose events the model has taken, or the reason why not. */
export type CheckedRow =
  | { readonly success: true; readonly row: RowVerdict; readonly events: readonly LeadEvent[] }
  | { readonly success: false; readonly row: RowVerdict; readonly quarantined: BadRow };

/**
 * Reads the rows of a batch into events that the model has taken. Most are written straight from their cells; what is wrong
 * or new with a row is for the model to say.
 */
export function readRows({ reader, writer, blame }: TableReading, batch: RecordBatch): ReadRows {
  const builder = new EventBatchBuilder();
  const lines: number[] = [];
  const quarantined: BadRow[] = [];
  let unterminatedLine: number | null = null;
  let rows = 0;
  reader.eachRecord(batch, (record) => {
    rows += 1;
    const written = writer?.write(record) ?? null;
    if (written !== null) {
      for (const event of written) builder.addWritten(lines.length, event);
      if (record.unterminated) unterminatedLine = record.line;
      lines.push(record.line);
      return;
    }
    const row = reader.read(record);
    if (row.unterminated && row.issues.length === 0) unterminatedLine = row.line;
    const checked = checkRow(row, reader.table.name, blame);
    if (!checked.success) {
      quarantined.push(checked.quarantined);
      return;
    }
    writer?.learn();
    for (const event of checked.events) builder.add(lines.length, event, { sorted: true });
    lines.push(row.line);
  });
  return {
    rows,
    events: builder.take({ firstGroup: 0, groupCount: lines.length }),
    lines: Int32Array.from(lines),
    quarantined,
    unterminatedLine,
  };
}

/** Has the model check the events of a row: one bad event sends the whole row to quarantine. */
export function checkRow(row: RowVerdict, file: string, blame: BlameColumn): CheckedRow {
  const [issue] = row.issues;
  const subjects = subjectsOf(row);
  if (issue !== undefined) {
    const { line, column, code, message, raw } = issue;
    return { success: false, row, quarantined: { file, line, column, code, message, raw, subjects } };
  }
  const checked = checkEvents(row.events, blame);
  if (checked.success) return { success: true, row, events: checked.events };
  return { success: false, row, quarantined: { file, line: row.line, raw: row.raw, subjects, ...checked.fault } };
}

/** Has the model check events, up to the first bad one. */
export function checkEvents(
  mapped: readonly MappedEvent[],
  blame: BlameColumn,
):
  | { readonly success: true; readonly events: readonly LeadEvent[] }
  | { readonly success: false; readonly fault: Pick<QuarantinedRow, 'column' | 'code' | 'message'> } {
  const events: LeadEvent[] = [];
  for (const event of mapped) {
    const result = validateEvent(event);
    if (result.success) {
      events.push(result.event);
      continue;
    }
    const { code, pointer, message } = result.issues[0] as (typeof result.issues)[number];
    return {
      success: false,
      fault: { column: blame(event.type, pointer), code, message: `${event.type}: ${message}` },
    };
  }
  return { success: true, events };
}
