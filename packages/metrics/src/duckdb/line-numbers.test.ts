import { expect, it } from 'vitest';
import { firstNumber, lineNumbers } from './line-numbers.ts';

it('reads the numbers of a line after its letter', () => {
  const into = new Float64Array(5);
  lineNumbers('e120 -7 0 1719792000000 9007199254740991', into);
  expect([...into]).toEqual([120, -7, 0, 1719792000000, 9007199254740991]);
  lineNumbers('t15', into);
  expect(into[0]).toBe(15);
  expect(['t15', 'l120 3 4', 'e0 -1'].map(firstNumber)).toEqual([15, 120, 0]);
});
