import { csvTemplate, eventTypes, validateEvent } from '@sameteam/model';
import { expect, it } from 'vitest';
import { sniffDialect } from '../csv/sniff-dialect.ts';
import { type CsvItem, csvEvents } from './csv-events.ts';

function read(text: string | Uint8Array): { readonly items: readonly CsvItem[]; readonly header: readonly string[] } {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const sniffed = sniffDialect(bytes);
  if ('code' in sniffed) throw new Error(sniffed.why);
  const items: CsvItem[] = [];
  const header: string[] = [];
  const events = csvEvents(sniffed.dialect, {
    header: (issues) => header.push(...issues.map(({ message }) => message)),
    item: (item) => items.push(item),
  });
  for (let at = 0; at < bytes.length; at += 11) events.push(bytes.slice(at, at + 11));
  events.end();
  return { items, header };
}

it.each(eventTypes)('reads the template of %s as an event that is valid', (type) => {
  const { items, header } = read(csvTemplate(type));
  expect(header).toEqual([]);
  expect(items).toHaveLength(1);
  expect(validateEvent(items[0]?.value).success).toBe(true);
});

it('gives line and index, and the column behind a pointer', () => {
  const { items, header } = read(
    'id;source;type;subject;time;contact.emial;source.motion\r\n1;/form;lead.captured;lead/1;2026-10-01T09:30:00Z;x;"in\nbound"\r\n2;/form;lead.captured;lead/2;2026-10-01T09:30:00Z;;inbuond\r\n',
  );
  expect(header).toEqual([
    'Column 6 is named "contact.emial", which is no field of any event. Did you mean "contact.email"?',
  ]);
  expect(items.map(({ index, line }) => [index, line])).toEqual([
    [0, 2],
    [1, 4],
  ]);
  expect(items[1]?.columnOf('/data/source/motion')).toEqual({ name: 'source.motion', issue: null });
  expect(items[0]?.columnOf('/data/contact.emial')).toMatchObject({
    name: 'contact.emial',
    issue: { nearest: 'contact.email' },
  });
  expect(items[0]?.columnOf('/data/company/name')).toBeNull();
  expect(items[0]?.columnOf('')).toBeNull();
});

it('goes on after rows that cannot be cut into cells', () => {
  const { items } = read(
    'id,source,type,subject,time\n1,"/fo"rm,lead.captured,lead/1,x\n2,"/form,lead.captured,lead/2,x\n3,/form,lead.captured,lead/3,2026-10-01T09:30:00Z\n',
  );
  expect(items.map(({ fault }) => fault?.code ?? null)).toEqual(['bad-quote', 'unclosed-quote', null]);
  expect(items[0]?.fault?.position).toEqual({ line: 2, column: 1 });
});
