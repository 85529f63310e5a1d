import { createMemoryEngine } from '@sameteam/metrics';
import { expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { health } from './health.ts';

it('says what it answers from', async () => {
  expect(await health(await acmeContext())).toEqual({
    status: 'ok',
    engine: 'memory',
    events: 7,
    leads: 5,
    quarantined: 0,
    asOf: '2026-03-01T12:00:00.000Z',
    firstEvent: '2026-01-05T09:00:00.000Z',
    lastEvent: '2026-02-10T09:00:00.000Z',
  });
});

it('has neither first nor last event for an empty log', async () => {
  const context = await acmeContext();
  const engine = createMemoryEngine({ agreement: context.agreement });
  expect(await health({ ...context, engine })).toMatchObject({
    events: 0,
    leads: 0,
    firstEvent: null,
    lastEvent: null,
  });
});
