import { describe, expect, it } from 'vitest';
import { type RecordFile, RecordStore } from './record-store.ts';

const leads = { map: 'crm', file: 'leads' };
const deals = { map: 'crm', file: 'deals' };

function kept() {
  const store = new RecordStore();
  store.keep(leads, { key: '1', state: 'a' }, 'first');
  store.keep(leads, { key: '2', state: 'b' }, 'first');
  store.keep(deals, { key: '1', state: 'c' }, 'second');
  store.keep(leads, { key: '1', state: 'd' }, 'third');
  return store;
}

const latest = (store: RecordStore, file: RecordFile, key: string) => store.of(file).get(key)?.at(-1)?.state;
const keys = (store: RecordStore, file: RecordFile) => [...store.of(file).keys()];

describe('RecordStore', () => {
  it('answers the last state of a record, by file', () => {
    const store = kept();
    expect([latest(store, leads, '1'), latest(store, leads, '2'), latest(store, deals, '1')]).toEqual(['d', 'b', 'c']);
    expect([latest(store, deals, '2'), latest(store, { map: 'x', file: 'leads' }, '1')]).toEqual([
      undefined,
      undefined,
    ]);
    expect([keys(store, leads), keys(store, { map: 'x', file: 'y' })]).toEqual([['1', '2'], []]);
  });

  it('has the state before where an import is forgotten, and no record that only that import kept', () => {
    const store = kept();
    store.forget('third');
    expect(latest(store, leads, '1')).toBe('a');
    store.forget('first');
    expect([latest(store, leads, '1'), keys(store, leads), keys(store, deals)]).toEqual([undefined, [], ['1']]);
  });

  it('says which imports kept a state of the same records later', () => {
    const store = kept();
    expect([...store.keptAfter('first')]).toEqual(['third']);
    expect([...store.keptAfter('second')]).toEqual([]);
    expect([...store.keptAfter('third')]).toEqual([]);
    store.forget('third');
    expect([...store.keptAfter('first')]).toEqual([]);
  });
});
