import { SameteamClientError } from '@sameteam/api/client';
import { expect, test } from 'vitest';
import { asking, failed, failureOf } from './load-state.ts';

test('the first question shows a skeleton, later ones keep the data', () => {
  expect(asking({ status: 'unsourced' })).toEqual({ status: 'loading' });
  expect(asking({ status: 'ready', data: 842 })).toEqual({ status: 'stale', data: 842, failure: null });
});

test('a failure before any data is an error, after it is a mark on the data', () => {
  const failure = { title: 'This number could not be computed', detail: 'no' };
  expect(failed({ status: 'loading' }, new Error('no'))).toEqual({ status: 'error', failure });
  expect(failed({ status: 'stale', data: 842, failure: null }, new Error('no'))).toEqual({
    status: 'stale',
    data: 842,
    failure,
  });
});

test('a failure of the service speaks in its own words', () => {
  const error = new SameteamClientError({
    code: 'unreachable',
    status: 0,
    title: 'No answer',
    detail: 'Start the server.',
  });
  expect(failureOf(error)).toEqual({ title: 'No answer', detail: 'Start the server.' });
});

test('whatever else is thrown still says what to do', () => {
  expect(failureOf(undefined).detail).toContain('Try again');
});
