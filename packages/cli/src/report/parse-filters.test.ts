import { expect, it } from 'vitest';
import { parseFilters } from './parse-filters.ts';

it('takes values of one dimension as alternatives, and dimensions as narrowing', () => {
  expect(parseFilters(['owner=kim', 'owner=', 'source.channel=paid=search'])).toEqual([
    { dimension: 'owner', in: ['kim', null] },
    { dimension: 'source.channel', in: ['paid=search'] },
  ]);
});

it('leaves out what stands after !=', () => {
  expect(parseFilters(['owner!=kim', 'owner!='])).toEqual([{ dimension: 'owner', notIn: ['kim', null] }]);
});

it.each(['owner', '=kim', ''])('refuses %j', (text) => {
  expect(() => parseFilters([text])).toThrow(/has no "="\. Write dimension=value/);
});
