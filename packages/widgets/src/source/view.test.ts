import { expect, test } from 'vitest';
import { isNarrowed, requestOf, selected, wholeView, withSelected, withToggled } from './view.ts';

test('toggling selects a value, and unselects it again', () => {
  const once = withToggled(wholeView, 'source.channel', 'email');
  expect(selected(once, 'source.channel')).toEqual(['email']);
  expect(withToggled(once, 'source.channel', 'email')).toEqual(wholeView);
});

test('the missing value is selected apart from unknown', () => {
  const view = withToggled(withToggled(wholeView, 'source.channel', null), 'source.channel', 'unknown');
  expect(selected(view, 'source.channel')).toEqual([null, 'unknown']);
  expect(withToggled(view, 'source.channel', null).filters).toEqual([{ dimension: 'source.channel', in: ['unknown'] }]);
});

test('a request holds only what narrows it', () => {
  expect(requestOf({ metrics: ['won'] }, wholeView)).toEqual({ metrics: ['won'] });
  const view = {
    ...withSelected(wholeView, 'source.channel', ['email']),
    from: '2018-01-01',
    asOf: '2018-06-01T00:00:00Z',
  };
  expect(requestOf({ metrics: ['won'], by: ['owner'] }, view)).toEqual({
    metrics: ['won'],
    by: ['owner'],
    filters: [{ dimension: 'source.channel', in: ['email'] }],
    from: '2018-01-01',
    asOf: '2018-06-01T00:00:00Z',
  });
});

test('a breakdown keeps all values of its own dimension', () => {
  const view = withSelected(withSelected(wholeView, 'source.channel', ['email']), 'owner', ['rep/1']);
  expect(requestOf({ metrics: ['won'], unfiltered: ['source.channel'] }, view).filters).toEqual([
    { dimension: 'owner', in: ['rep/1'] },
  ]);
});

test('a period narrows, an as-of does not', () => {
  expect(isNarrowed({ ...wholeView, asOf: '2018-06-01T00:00:00Z' })).toBe(false);
  expect(isNarrowed({ ...wholeView, to: '2018-06-01' })).toBe(true);
});
