import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkRuling, recordRoots } from './record-roots.ts';

const link = (subject: number, other: number): LinkRuling => ({ linked: true, subject, with: other });
const part = (subject: number, other: number): LinkRuling => ({ linked: false, subject, with: other });
const roots = (...rulings: readonly LinkRuling[]) => Object.fromEntries(recordRoots(rulings));

describe('recordRoots', () => {
  it('counts the other record as the one that stays', () => {
    expect(roots(link(1, 2))).toEqual({ 2: 1 });
    expect(roots(link(1, 2), link(1, 3))).toEqual({ 2: 1, 3: 1 });
    expect(roots()).toEqual({});
  });

  it('follows chains to their end, whichever link came first', () => {
    expect(roots(link(1, 2), link(2, 3))).toEqual({ 2: 1, 3: 1 });
    expect(roots(link(2, 3), link(1, 2))).toEqual({ 2: 1, 3: 1 });
    // 2 already goes with 1: that 3 stays when it is linked with 2 makes 3 the one that stays for all.
    expect(roots(link(1, 2), link(3, 2))).toEqual({ 1: 3, 2: 3 });
  });

  it('follows a chain of very many records, each merged into the next', () => {
    const count = 200_000;
    const found = recordRoots(Array.from({ length: count }, (_, record) => link(record + 1, record)));
    expect(found.size).toBe(count);
    expect([...new Set(found.values())]).toEqual([count]);
  });

  it('is not led round in circles', () => {
    expect(roots(link(1, 2), link(2, 1))).toEqual({ 1: 2 });
    expect(roots(link(1, 2), link(2, 3), link(3, 1))).toEqual({ 2: 1, 3: 1 });
    expect(roots(link(1, 1))).toEqual({});
  });

  it('takes back every link of two records when they are parted, whichever is named first', () => {
    expect(roots(link(1, 2), link(1, 2), part(2, 1))).toEqual({});
    expect(roots(link(1, 2), part(1, 2), link(2, 1))).toEqual({ 1: 2 });
    expect(roots(part(1, 2), link(1, 2))).toEqual({ 2: 1 });
  });

  it('keeps the other links of a chain when one is taken back', () => {
    expect(roots(link(1, 2), link(2, 3), part(1, 2))).toEqual({ 3: 2 });
    expect(roots(link(1, 2), link(1, 3), part(1, 2))).toEqual({ 3: 1 });
  });

  const record = fc.integer({ min: 0, max: 6 });
  const rulings = fc.array(fc.record({ linked: fc.boolean(), subject: record, with: record }), { maxLength: 15 });

  it('counts exactly the records as one that standing links connect', () => {
    fc.assert(
      fc.property(rulings, (given) => {
        const found = recordRoots(given);
        const rootOf = (id: number) => found.get(id) ?? id;
        const standing = given.filter(
          (ruling, index) =>
            ruling.linked &&
            !given
              .slice(index + 1)
              .some(
                (later) =>
                  !later.linked &&
                  [later.subject, later.with].sort().join() === [ruling.subject, ruling.with].sort().join(),
              ),
        );
        let component = Array.from({ length: 7 }, (_, id) => id);
        for (let round = 0; round < 7; round++) {
          for (const { subject, with: other } of standing) {
            const least = Math.min(component[subject] as number, component[other] as number);
            component = component.map((id, index) => (index === subject || index === other ? least : id));
          }
        }
        for (let a = 0; a < 7; a++) {
          expect(rootOf(rootOf(a))).toBe(rootOf(a));
          for (let b = 0; b < 7; b++) expect(rootOf(a) === rootOf(b)).toBe(component[a] === component[b]);
        }
      }),
    );
  });
});
