import { describe, expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { leadHistory } from './lead-history.ts';

const context = await acmeContext();

describe('leadHistory', () => {
  it('tells everything that happened to a lead, in order, without personal fields', async () => {
    const { lead, events } = await leadHistory(context, { id: '1' });
    expect(lead).toBe('lead/1');
    expect(events.map(({ type, time }) => [type, time])).toEqual([
      ['lead.captured', '2026-01-05T09:00:00.000Z'],
      ['lead.qualified', '2026-01-06T09:00:00.000Z'],
    ]);
    expect(events[0]).toEqual({
      id: 'c-1',
      source: 'crm',
      type: 'lead.captured',
      subject: 'lead/1',
      time: '2026-01-05T09:00:00.000Z',
      recordedtime: '2026-02-20T00:00:00.000Z',
      import: 'first',
      retracted: false,
      data: expect.objectContaining({ source: { channel: 'email' } }),
    });
    expect(JSON.stringify(events)).not.toMatch(/acme\.example|Dana/);
  });

  it('knows ids with slashes and other letters', async () => {
    expect((await leadHistory(context, { id: 'a/b ü' })).events).toHaveLength(1);
  });

  it('says that no event tells of a lead', async () => {
    await expect(leadHistory(context, { id: '99' })).rejects.toMatchObject({
      code: 'unknown-lead',
      problem: { status: 404 },
    });
    await expect(leadHistory(context, { id: '' })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('shows what was taken back as such', async () => {
    const own = await acmeContext();
    await own.engine.undoImport('first', { recordedMs: own.clock() });
    expect((await leadHistory(own, { id: '1' })).events.map(({ retracted }) => retracted)).toEqual([true, true]);
  });
});
