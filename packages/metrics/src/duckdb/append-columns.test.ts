import { expect, it } from 'vitest';
import { integers32, pickRows } from './append-columns.ts';

const numbers = ({ bytes }: { readonly bytes: Uint8Array }) => [
  ...new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4),
];
const column = integers32(Int32Array.of(36, 37, 38));

it('picks rows by their places, one as often as it is named', () => {
  expect(numbers(pickRows(column, Int32Array.of(2, 0)))).toEqual([38, 36]);
  expect(numbers(pickRows(column, Int32Array.of(1, 2, 2)))).toEqual([37, 38, 38]);
  expect(numbers(pickRows(column, Int32Array.of(0, 1, 2)))).toEqual([36, 37, 38]);
});
