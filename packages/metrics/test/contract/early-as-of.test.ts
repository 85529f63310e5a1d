import { parsePlan, refuseEarly } from '@sameteam/metrics';
import { expect, it } from 'vitest';
import { captured } from '../support/events.ts';
import { nowMs, onEveryEngine } from '../support/team.ts';

onEveryEngine((open) => {
  const planAt = (asOf: string) => parsePlan({ metrics: ['won'], asOf }, { zone: 'UTC', nowMs });

  it('refuses a time before the first event, and says when that was', async () => {
    const { engine } = await open([captured('b', '2026-02-01'), captured('a', '2026-01-10T12:00:00Z')]);
    await expect(refuseEarly(engine, planAt('2026-01-10T11:59:59Z'))).rejects.toMatchObject({
      code: 'as-of-too-early',
      message: expect.stringContaining('by 2026-01-10T11:59:59.000Z: the first event is of 2026-01-10T12:00:00.000Z'),
    });
    await expect(refuseEarly(engine, planAt('2026-01-10T12:00:00Z'))).resolves.toBeUndefined();
  });

  it('refuses nothing of an empty log', async () => {
    const { engine } = await open();
    await expect(refuseEarly(engine, planAt('1990-01-01'))).resolves.toBeUndefined();
  });
});
