import { routes } from '@sameteam/api';
import { SameteamClientError } from '@sameteam/api/client';
import { describe, expect, it } from 'vitest';
import { acmeContext, acmeIngest } from '../test/acme-context.ts';
import { clientOf } from './client-of.ts';

const context = await acmeIngest();
const client = clientOf(context);
const leadsRequest = {
  report: { metrics: ['won'] },
  cell: { metric: 'won', dimensions: {}, part: 'numerator' },
  page: { limit: 1 },
} as const;

describe('clientOf', () => {
  it('answers every method as the contract says', async () => {
    const answers = {
      report: await client.report({
        metrics: ['captured', 'lead_to_win_rate', 'days_to_won_median', 'bookings'],
        grain: 'month',
      }),
      leads: await client.leads(leadsRequest),
      explain: await client.explain({ metric: 'captured_to_mql_rate', report: {} }),
      history: await client.history('lead/1'),
      metrics: await client.metrics(),
      values: await client.values('source.channel', { limit: 2 }),
      agreement: await client.agreement(),
      health: await client.health(),
      ingest: await client.ingest([]),
      addLead: await client.addLead({ email: 'ann@acme.example', source: 'webinar' }),
      quality: await client.quality(),
    };
    for (const [id, { result }] of Object.entries(routes)) {
      const answer = answers[id as keyof typeof answers];
      expect(result.strict().parse(answer)).toEqual(answer);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    }
  });

  it('rejects with the error of the client over HTTP', async () => {
    const error = await client.report({ metrics: ['wno'] }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SameteamClientError);
    expect(error).toMatchObject({
      code: 'unknown-metric',
      status: 400,
      issues: [{ pointer: '/metrics/0', nearest: 'won' }],
    });
    await expect(client.history('lead/99')).rejects.toMatchObject({ code: 'unknown-lead', status: 404 });
    await expect(client.values('owner', { limit: 0 })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('takes no leads where the context has no way in', async () => {
    const closed = clientOf(await acmeContext());
    await expect(closed.ingest([])).rejects.toMatchObject({ code: 'ingest-closed', status: 403 });
    await expect(closed.addLead({})).rejects.toMatchObject({ code: 'ingest-closed' });
    await expect(closed.quality()).rejects.toMatchObject({ code: 'ingest-closed' });
  });

  it('keeps the cause of an unexpected failure', async () => {
    const cause = new Error('the engine is gone');
    const broken = clientOf({ ...context, engine: { ...context.engine, status: () => Promise.reject(cause) } });
    await expect(broken.health()).rejects.toMatchObject({
      name: 'SameteamClientError',
      code: 'internal',
      status: 500,
      cause,
    });
  });

  it('rejects with the reason of its signal, before and while the engine works', async () => {
    const reason = new Error('the element left the page');
    await expect(client.health({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const slow = clientOf({ ...context, engine: { ...context.engine, status: () => new Promise(() => undefined) } });
    const waiting = slow.health({ signal: controller.signal });
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(client.health({ signal: new AbortController().signal })).resolves.toMatchObject({ status: 'ok' });
  });
});
