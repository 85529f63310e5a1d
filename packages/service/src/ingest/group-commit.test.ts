import { describe, expect, it } from 'vitest';
import { createGroupCommit } from './group-commit.ts';

/** A commit that ends when it is told, and what it was given. */
function controlled() {
  const groups: (readonly number[])[] = [];
  const ends: { readonly done: () => void; readonly fail: (cause: unknown) => void }[] = [];
  const commit = (jobs: readonly number[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      groups.push(jobs);
      ends.push({ done: () => resolve(jobs.map(String)), fail: reject });
    });
  return { groups, ends, commit };
}

const each = { weight: () => 1, enough: 100 };

describe('createGroupCommit', () => {
  it('takes what comes during a commit together into the next one, and answers each its own', async () => {
    const { groups, ends, commit } = controlled();
    const store = createGroupCommit(commit, each);
    const first = store(1);
    const later = [store(2), store(3), store(4)];
    expect(groups).toEqual([[1]]);
    ends[0]?.done();
    expect(await first).toBe('1');
    expect(groups).toEqual([[1], [2, 3, 4]]);
    const last = store(5);
    ends[1]?.done();
    expect(await Promise.all(later)).toEqual(['2', '3', '4']);
    ends[2]?.done();
    expect(await last).toBe('5');
    expect(groups).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('tries each job of a commit that fails alone, and rejects the one that cannot be committed', async () => {
    const cause = new Error('half a character');
    const groups: (readonly number[])[] = [];
    const store = createGroupCommit(async (jobs: readonly number[]) => {
      groups.push(jobs);
      await Promise.resolve();
      if (jobs.includes(3)) throw cause;
      return jobs.map(String);
    }, each);
    expect(await Promise.allSettled([1, 2, 3, 4].map(store))).toEqual([
      { status: 'fulfilled', value: '1' },
      { status: 'fulfilled', value: '2' },
      { status: 'rejected', reason: cause },
      { status: 'fulfilled', value: '4' },
    ]);
    expect(groups.at(0)).toContain(1);
    expect(await store(5)).toBe('5');
  });

  it('fills a commit until it weighs enough, and takes a job that weighs more alone', async () => {
    const { groups, ends, commit } = controlled();
    const store = createGroupCommit(commit, { weight: (job) => job, enough: 10 });
    const all = Promise.all([1, 4, 6, 5, 50, 2].map(store));
    for (let index = 0; index < 4; index++) {
      await Promise.resolve();
      ends[index]?.done();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await all).toEqual(['1', '4', '6', '5', '50', '2']);
    expect(groups).toEqual([[1], [4, 6], [5, 50], [2]]);
  });

  it('waits a moment for what has arrived already, where it is told to', async () => {
    const { groups, ends, commit } = controlled();
    const gather = () => new Promise<void>((resolve) => setImmediate(resolve));
    const store = createGroupCommit(commit, { ...each, gather });
    const all = [store(1), store(2)];
    expect(groups).toEqual([]);
    await gather();
    expect(groups).toEqual([[1, 2]]);
    ends[0]?.done();
    expect(await Promise.all(all)).toEqual(['1', '2']);
  });

  it('survives a commit that throws before it has begun', async () => {
    let fails = true;
    const store = createGroupCommit((jobs: readonly number[]) => {
      if (fails) throw new Error('busy');
      return Promise.resolve(jobs);
    }, each);
    await expect(store(1)).rejects.toThrow('busy');
    fails = false;
    expect(await store(2)).toBe(2);
  });
});
