import { expect, it } from 'vitest';
import { keepableRow } from './keepable-row.ts';

it('puts a mark in the place of what no store keeps', () => {
  const row = { file: 'a\ud800', line: 1, column: '/data/\udc00', code: 'nul', message: 'b\0', raw: '{"\ud83d":1}' };
  expect(keepableRow(row)).toEqual({
    file: 'a\ufffd',
    line: 1,
    column: '/data/\ufffd',
    code: 'nul',
    message: 'b\ufffd',
    raw: '{"\ufffd":1}',
  });
  const plain = { file: 'leads.csv', line: 2, column: null, code: 'bad-time', message: 'Zoë 😀', raw: '' };
  expect(keepableRow(plain)).toEqual(plain);
});
