import { expect, test } from 'vitest';
import { textWidth } from '../../terminal/text-width.ts';
import { faultLines, faultRow } from './fault-lines.ts';

const style = Object.fromEntries(
  ['bold', 'dim', 'red', 'green', 'yellow', 'cyan'].map((name) => [name, (text: string) => text]),
) as unknown as Parameters<typeof faultLines>[1]['style'];
const item = {
  index: 6,
  line: 7,
  verdict: 'quarantined',
  source: '/form',
  subject: 'lead/1',
  earlier: null,
  issues: [],
} as const;
const rows = [
  faultRow(
    { ...item, id: 'evt-7', type: 'lead.captured' },
    {
      code: 'not-allowed',
      pointer: '/data/source/motion',
      column: 'source.motion',
      found: '"inbuond"',
      expected: 'one of inbound, outbound',
      nearest: 'inbound',
      message: '',
    },
    'line',
  ),
  faultRow(
    { ...item, id: null, type: null },
    {
      code: 'not-json',
      pointer: '',
      position: { line: 7, column: 31 },
      found: '"}"',
      expected: 'a name in double quotes',
      nearest: null,
      message: '',
    },
    'item',
  ),
];

test('is a table where it fits, and nothing is cut where nobody reads', () => {
  const table = [
    'Place   Event                Where                              Code         Found      Expected',
    'line 7  lead.captured evt-7  source.motion /data/source/motion  not-allowed  "inbuond"  did you mean "inbound"? one of inbound, outbound',
    'item 7                       7:31                               not-json     "}"        a name in double quotes',
  ];
  expect(faultLines(rows, { style, columns: 200 })).toEqual(table);
  expect(faultLines(rows, { style, columns: Number.POSITIVE_INFINITY })).toEqual(table);
});

test('wraps what is expected where the table is a little too wide', () => {
  expect(faultLines(rows, { style, columns: 120 }).slice(1)).toEqual([
    'line 7  lead.captured evt-7  source.motion /data/source/motion  not-allowed  "inbuond"  did you mean "inbound"? one of',
    '                                                                                        inbound, outbound',
    'item 7                       7:31                               not-json     "}"        a name in double quotes',
  ]);
});

test('stands below each other in a narrow terminal, within its width', () => {
  const lines = faultLines(rows, { style, columns: 46 });
  expect(lines).toEqual([
    'line 7  lead.captured  evt-7',
    '  code      not-allowed',
    '  where     source.motion',
    '            (/data/source/motion)',
    '  found     "inbuond"',
    '  expected  did you mean "inbound"? one of',
    '            inbound, outbound',
    'item 7',
    '  code      not-json',
    '  where     7:31',
    '  found     "}"',
    '  expected  a name in double quotes',
  ]);
  expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(46);
});

test('lets no control character of the data through', () => {
  const row = faultRow(
    { ...item, id: '\u001b[2J', type: '\u009b31m' },
    { code: 'x', pointer: '/data/\u001b]0;t\u0007', found: '"\u202e"', expected: '\r', nearest: '\u007f', message: '' },
    'line',
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there.
  expect(Object.values(row).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
});
