import type { Ingest } from '@sameteam/service';
import { describe, expect, it } from 'vitest';
import { followedIngest } from './followed-ingest.ts';

describe('followedIngest', () => {
  it('has ended once all that was sent has been answered, or refused', async () => {
    const log: string[] = [];
    const open: ((answer?: Error) => void)[] = [];
    const answer = () =>
      new Promise<never>((resolve, reject) => {
        open.push((cause) => (cause === undefined ? resolve(undefined as never) : reject(cause)));
      });
    const ingest = followedIngest({
      events: answer,
      lead: answer,
      quality: () => ({ since: '', sources: [] }) as never,
    } satisfies Ingest);
    await ingest.ended();
    const first = ingest.events([]).then(() => log.push('first'));
    const second = ingest.lead({}).catch(() => log.push('second'));
    const ended = ingest.ended().then(() => log.push('ended'));
    open[0]?.();
    await first;
    // What comes while it is waited for is waited for too.
    const third = ingest.lead({}).then(() => log.push('third'));
    open[1]?.(new Error('no room'));
    await second;
    expect(log).toEqual(['first', 'second']);
    open[2]?.();
    await Promise.all([third, ended]);
    expect(log).toEqual(['first', 'second', 'third', 'ended']);
    expect(ingest.quality()).toEqual({ since: '', sources: [] });
  });
});
