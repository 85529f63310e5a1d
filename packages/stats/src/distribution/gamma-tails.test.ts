import { expect, test } from 'vitest';
import { oracle } from './fixtures/oracle.ts';
import { gammaQuantile } from './gamma-quantile.ts';
import { gammaTails } from './gamma-tails.ts';

test('both tails agree with pgamma, for a million too', () => {
  for (const { shape, lower, upper } of oracle.gamma) {
    const tails = gammaTails(shape, shape * 0.9);
    expect(Math.abs(tails.lower - lower), `${shape}`).toBeLessThanOrEqual(lower * 1e-10);
    expect(Math.abs(tails.upper - upper), `${shape}`).toBeLessThanOrEqual(upper * 1e-11);
  }
});

test('the quantile agrees with qgamma', () => {
  for (const { shape, probability, quantile } of oracle.gamma) {
    expect(Math.abs(gammaQuantile(shape, probability) / quantile - 1), `${shape}, ${probability}`).toBeLessThan(1e-11);
  }
});
