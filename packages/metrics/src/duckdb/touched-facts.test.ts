import { describe, expect, it } from 'vitest';
import { touchedFacts } from './touched-facts.ts';

/** Subjects by name: `l1` is a lead, `p1` a contact, `c1` a company, `o1` an opportunity. */
const kinds: Readonly<Record<string, string>> = { l: 'lead', p: 'contact', c: 'company', o: 'opportunity' };
const names = ['l1', 'l2', 'l3', 'p1', 'p3', 'c1', 'o1', 'o2', 'm1'];
const number = (name: string) => names.indexOf(name);

function world(links: readonly string[], pairs: readonly string[] = []) {
  const among = (all: readonly string[]) => (subject: number) =>
    all.flatMap((pair) => {
      const [a = '', b = ''] = pair.split(' ');
      return number(a) === subject ? [number(b)] : number(b) === subject ? [number(a)] : [];
    });
  const touched = (subjects: string, withCompanyDeals = false) => {
    const found = touchedFacts(
      subjects.split(' ').map(number),
      { of: among(links), paired: among(pairs) },
      { kindOf: (subject) => kinds[names[subject]?.[0] ?? ''] ?? '', withCompanyDeals },
    );
    const named = (of: ReadonlySet<number>) => [...of].map((subject) => names[subject]).sort();
    return [...named(found.leads), ...named(found.opportunities), ...named(found.companies)].join(' ');
  };
  return touched;
}

describe('touched facts', () => {
  const touched = world(['l1 p1', 'l1 c1', 'l1 o1', 'l2 o1', 'l3 p3', 'p3 c1', 'o2 c1']);

  it('of a lead are its own, and those of its deals and companies', () => {
    expect(touched('l1')).toBe('l1 o1 c1');
    expect(touched('l2')).toBe('l2 o1 c1');
    expect(touched('l3')).toBe('l3 c1');
  });

  it('of a contact are those of its leads', () => {
    expect(touched('p1')).toBe('l1 o1 c1');
    expect(touched('p3')).toBe('l3 c1');
  });

  it('of a company are those of its leads, of its contacts and deals too', () => {
    expect(touched('c1')).toBe('l1 l3 o1 o2 c1');
  });

  it('of a deal are those of its leads, and of its company only where the agreement asks for its deals', () => {
    expect(touched('o1')).toBe('l1 l2 o1 c1');
    expect(touched('o2')).toBe('o2 c1');
    expect(touched('o2', true)).toBe('l1 l3 o1 o2 c1');
  });

  it('are those of all that were ever said to be one', () => {
    const merged = world(['l1 o1', 'l3 c1'], ['l1 l2', 'l2 l3']);
    expect(merged('l2')).toBe('l1 l2 l3 o1 c1');
    expect(merged('o1')).toBe('l1 l2 l3 o1 c1');
  });

  it('of a lead are those of the companies that other leads of its deals know of a contact or of another deal', () => {
    const far = world(['l1 o1', 'l2 o1', 'l2 o2', 'o2 c1']);
    expect(far('l1')).toBe('l1 o1 c1');
    const farther = world(['l1 o1', 'l2 o1', 'l2 p1', 'p1 c1']);
    expect(farther('l1')).toBe('l1 o1 c1');
  });

  it('are none where nobody is concerned', () => {
    expect(touched('m1')).toBe('');
  });
});
