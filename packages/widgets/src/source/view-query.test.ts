import { expect, test } from 'vitest';
import { wholeView, withSelected } from './view.ts';
import { readView, writeView } from './view-query.ts';

const dimensions = ['source.channel', 'owner'];

test('a view survives the address, with the missing value apart from unknown', () => {
  const view = {
    ...withSelected(wholeView, 'source.channel', ['paid_search', 'unknown', null]),
    from: '2018-01-01',
    to: '2018-03-31',
  };
  const query = writeView(view, new URLSearchParams('tab=2'), dimensions);
  expect(query.toString()).toBe(
    'tab=2&from=2018-01-01&to=2018-03-31&source.channel=paid_search&source.channel=unknown&source.channel=',
  );
  expect(readView(query, dimensions)).toEqual({ from: view.from, to: view.to, filters: view.filters });
});

test('clearing the view clears its parameters and keeps those of others', () => {
  const query = new URLSearchParams('tab=2&from=2018-01-01&owner=rep%2F1');
  expect(writeView(wholeView, query, dimensions).toString()).toBe('tab=2');
});

test('an address without a view says nothing', () => {
  expect(readView(new URLSearchParams('tab=2&from=yesterday'), dimensions)).toBeNull();
});
