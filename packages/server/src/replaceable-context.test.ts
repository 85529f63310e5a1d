import type { ServiceContext } from '@sameteam/service';
import { describe, expect, it } from 'vitest';
import { replaceableContext } from './replaceable-context.ts';

const contextAt = (ms: number) => ({ clock: () => ms }) as ServiceContext;
const timeOf = ({ clock }: ServiceContext) => clock();

/** A promise that is kept when it is told. */
function later(): { readonly promise: Promise<void>; readonly keep: () => void } {
  let keep = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { promise, keep: () => keep() };
}

describe('replaceableContext', () => {
  it('gives what it was made of until another takes its place', async () => {
    const context = replaceableContext(contextAt(1));
    expect(await context.use(timeOf)).toBe(1);
    await context.replace(async (before) => contextAt(timeOf(before) + 1));
    expect(await context.use(timeOf)).toBe(2);
  });

  it('replaces nothing that somebody uses, and lets who comes meanwhile wait', async () => {
    const context = replaceableContext(contextAt(1));
    const told: string[] = [];
    const [slow, opening] = [later(), later()];
    const first = context.use(async (used) => {
      await slow.promise;
      told.push(`used ${timeOf(used)}`);
    });
    const replaced = context.replace(async () => {
      told.push('replacing');
      await opening.promise;
      return contextAt(2);
    });
    const second = context.use((used) => told.push(`used ${timeOf(used)}`));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual([]);
    slow.keep();
    await first;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual(['used 1', 'replacing']);
    opening.keep();
    await Promise.all([replaced, second]);
    expect(told).toEqual(['used 1', 'replacing', 'used 2']);
  });

  it('goes on after work that failed, and replaces one after the other', async () => {
    const context = replaceableContext(contextAt(1));
    await expect(context.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const raise = (before: ServiceContext) => Promise.resolve(contextAt(timeOf(before) + 1));
    await Promise.all([context.replace(raise), context.replace(raise)]);
    expect(await context.use(timeOf)).toBe(3);
  });

  it('has nothing to answer from where another could not be opened', async () => {
    const context = replaceableContext(contextAt(1));
    await expect(context.replace(() => Promise.reject(new Error('locked')))).rejects.toThrow('locked');
    await expect(context.use(timeOf)).rejects.toThrow('locked');
  });
});
