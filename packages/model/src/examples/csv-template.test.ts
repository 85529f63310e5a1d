import { expect, test } from 'vitest';
import { validateEvent } from '../validation/validate-event.ts';
import { eventTypes } from '../vocabulary/event-types.ts';
import { csvTemplate } from './csv-template.ts';
import { eventColumns } from './event-columns.ts';
import { readEventHeader } from './event-header.ts';
import { eventOfCells } from './event-of-cells.ts';
import { exampleEvent } from './example-event.ts';

test.each(eventTypes)('the example row of the template of %s is a valid event', (type) => {
  const text = csvTemplate(type);
  expect(text.endsWith('\r\n')).toBe(true);
  const [names = [], cells = [], ...others] = text.trimEnd().split('\r\n').map(cellsOf);
  expect(others).toEqual([]);
  expect(names).toEqual(eventColumns(type).map((column) => column.name));
  const header = readEventHeader(names);
  expect(header.issues).toEqual([]);
  const event = eventOfCells(header, cells);
  expect(validateEvent(event)).toEqual({ success: true, event });
  const { datacontenttype, ...example } = exampleEvent(type);
  expect(event).toEqual({ ...example, data: firstEntries(example.data) });
});

function firstEntries(data: object): object {
  const fields = Object.entries(data).map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, 1) : value]);
  return Object.fromEntries(fields);
}

/** RFC 4180, read by a pattern of its own: a quoted cell or one without quotes and commas. */
function cellsOf(row: string): readonly string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

test('cells with commas and quotes are quoted', () => {
  expect(csvTemplate('sla.explained')).toContain('Came back on Monday; nobody stood in.');
  expect(csvTemplate('lead.handed_off')).toMatch(/^id,source,type,subject,time,dataschema,from,to,followUp.what,/);
});
