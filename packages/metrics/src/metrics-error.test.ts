import { describe, expect, it } from 'vitest';
import { MetricsError } from './metrics-error.ts';

describe('MetricsError', () => {
  it('carries its code, what it is about, a sentence and its cause', () => {
    const cause = new Error('IO Error');
    const error = new MetricsError('locked', { path: 'a.duckdb' }, { cause });
    expect(error).toMatchObject({ name: 'MetricsError', code: 'locked', params: { path: 'a.duckdb' }, cause });
    expect(error.message).toBe(
      'Cannot open a.duckdb: another process holds it. Stop that process (for example a running sameteam serve), or use another file. To read it beside serve, start serve with --read-only.',
    );
    expect(error).toBeInstanceOf(Error);
  });

  it('needs nothing where there is nothing to say', () => {
    expect(new MetricsError('closed')).toMatchObject({
      code: 'closed',
      params: {},
      message: 'The engine has been closed. Open it again.',
    });
  });
});
