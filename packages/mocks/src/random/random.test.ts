import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

const draws = 40_000;

describe('Random', () => {
  it('gives the same numbers for the same keys and others for others', () => {
    const of = (...keys: number[]) => {
      const random = new Random(...keys);
      return Array.from({ length: 5 }, () => random.word());
    };
    expect(of(1, 2)).toEqual(of(1, 2));
    expect(of(1, 2)).not.toEqual(of(2, 1));
    expect(of(1)).not.toEqual(of(2 ** 32 + 1));
    expect(of(0)).not.toEqual(of(0, 0));
  });

  it('has the moments of a uniform and of a normal distribution', () => {
    const random = new Random(7);
    let sum = 0;
    let normals = 0;
    let squares = 0;
    for (let n = 0; n < draws; n++) {
      sum += random.next();
      const z = random.normal();
      normals += z;
      squares += z * z;
    }
    // Four standard errors of each.
    expect(Math.abs(sum / draws - 0.5)).toBeLessThan((4 * Math.sqrt(1 / 12)) / Math.sqrt(draws));
    expect(Math.abs(normals / draws)).toBeLessThan(4 / Math.sqrt(draws));
    expect(Math.abs(squares / draws - 1)).toBeLessThan((4 * Math.SQRT2) / Math.sqrt(draws));
  });

  it('starts the streams of neighbouring keys independently', () => {
    const cells = new Array<number>(100).fill(0);
    for (let key = 0; key < draws; key++) {
      const cell = Math.floor(new Random(3, key).next() * 10) * 10 + Math.floor(new Random(3, key + 1).next() * 10);
      cells[cell] = (cells[cell] as number) + 1;
    }
    const expected = draws / 100;
    const chiSquare = cells.reduce((sum, cell) => sum + (cell - expected) ** 2 / expected, 0);
    // 99.99 % point of chi-square with 99 degrees of freedom.
    expect(chiSquare).toBeLessThan(161);
  });

  it('follows weights', () => {
    const random = new Random(5);
    const hits = [0, 0, 0];
    for (let n = 0; n < draws; n++) {
      const index = random.weighted([1, 0, 3]);
      hits[index] = (hits[index] as number) + 1;
    }
    expect(hits[1]).toBe(0);
    expect((hits[2] as number) / draws).toBeCloseTo(0.75, 1);
  });
});
