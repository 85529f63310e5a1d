import { expect, test } from 'vitest';
import { sniffFormat } from './sniff-format.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const wide = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
const header = 'id,source,type,subject,time\n';

test.each([
  ['a.ndjson', '{"id":', 'ndjson'],
  ['a.jsonl', '', null],
  ['feed', '{"id":1}\n{"id":2}\n', 'ndjson'],
  ['feed.json', '{"id":1}\n{"id":2}\n', 'ndjson'],
  ['feed', '{"id":1,}\n{"id":2}\n', 'ndjson'],
  ['feed', '{"id":1}', 'json'],
  ['feed.json', '{\n  "id": {},\n  "data": {}\n}\n', 'json'],
  ['feed.ndjson', ' [{"id":1}]', 'json'],
  ['feed', '\ufeff\n[', 'json'],
  ['a.csv', `${header}1,/form,lead.captured,lead/1,x\n`, 'csv'],
  ['-', `\ufeff${header}`, 'csv'],
  ['leads.csv', 'email;source\na@b.example;webinar\n', 'leads'],
  ['-', 'utm_source,phone\nx,1\n', 'leads'],
  ['broken.json', 'id,1', 'json'],
] as const)('%s that begins with %j is %s', async (path, text, expected) => {
  const sniffed = sniffFormat(path, bytes(text), undefined);
  if (expected === null) await expect(sniffed).rejects.toMatchObject({ code: 'not-readable' });
  else expect((await sniffed).name).toBe(expected);
});

test('is what it is said to be', async () => {
  expect((await sniffFormat('a.csv', bytes('[1]'), 'ndjson')).name).toBe('ndjson');
  expect((await sniffFormat('a', bytes('x,y\n1,2\n'), 'leads')).name).toBe('leads');
  expect(await sniffFormat('a', bytes('x;y\n1;2\n'), 'csv')).toMatchObject({
    name: 'csv',
    dialect: { delimiter: ';' },
  });
});

test('reads a table in UTF-16, and says of JSON that it must be UTF-8', async () => {
  const table = await sniffFormat('a.csv', wide(`\ufeff${header}1,/form,lead.captured,lead/1,x\n`), undefined);
  expect(table).toMatchObject({ name: 'csv', dialect: { encoding: 'utf-16le' } });
  for (const text of ['\ufeff{"id":1}', '[{"id":1}]'])
    await expect(sniffFormat('a.json', wide(text), undefined)).rejects.toThrow(
      'Cannot validate a.json: it is UTF-16, and JSON is UTF-8. Convert it, for example: iconv -f UTF-16 -t UTF-8 a.json',
    );
});

test.each([
  [Uint8Array.of(0x1f, 0x8b, 8), 'it is compressed with gzip'],
  [bytes('PK\u0003\u0004'), 'it is a ZIP archive'],
  [new Uint8Array(0), 'it has no bytes'],
  [bytes('<html>\n<body>\n'), 'it is no JSON, and no column of it is one that we know'],
])('refuses %j', async (sample, why) => {
  await expect(sniffFormat('-', sample, undefined)).rejects.toThrow(why);
});
