import { describe, expect, it } from 'vitest';
import { MetricsError } from '../metrics-error.ts';
import { exact } from './exact.ts';

describe('exact', () => {
  it('takes whole numbers within 2^53, and no others', () => {
    expect([exact(0), exact(Number.MAX_SAFE_INTEGER), exact(Number.MIN_SAFE_INTEGER)]).toEqual([
      0,
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
    ]);
    for (const value of [2 ** 53, -(2 ** 53), 2 ** 64, Number.NaN]) expect(() => exact(value)).toThrow(MetricsError);
  });
});
