import { expect, it } from 'vitest';
import { IdentityIndex } from './identity-index.ts';

it('finds the latest event of each identity, whatever its place in the table', () => {
  const events: { readonly source: number; readonly id: string }[] = [];
  const index = new IdentityIndex({
    sourceAt: (event) => events[event]?.source as number,
    idAt: (event) => events[event]?.id as string,
  });
  const expected = new Map<string, number>();
  for (let event = 0; event < 5000; event++) {
    const identity = { source: event % 3, id: `id ${(event * 7) % 2000}` };
    expect(index.get(identity.source, identity.id)).toBe(expected.get(`${identity.source} ${identity.id}`));
    events.push(identity);
    index.add(event);
    expected.set(`${identity.source} ${identity.id}`, event);
  }
  for (const { source, id } of events) expect(index.get(source, id)).toBe(expected.get(`${source} ${id}`));
  expect(index.get(0, 'nobody')).toBeUndefined();
  expect(index.get(9, 'id 1')).toBeUndefined();
});
