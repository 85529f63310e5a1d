import { appendEvents } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
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

  it('takes the whole subject too, as lists of leads give it', async () => {
    expect(await leadHistory(context, { id: 'lead/1' })).toEqual(await leadHistory(context, { id: '1' }));
    await expect(leadHistory(context, { id: 'lead/nobody' })).rejects.toMatchObject({ code: 'unknown-lead' });
  });

  it('tells what became of the opportunity of a lead, each event in its place', async () => {
    const own = await acmeContext();
    const at = (hour: number) => `2026-02-10T${String(hour).padStart(2, '0')}:00:00Z`;
    const envelope = { specversion: '1.0', source: 'crm' } as const;
    const subject = 'opportunity/7';
    const told: readonly LeadEvent[] = [
      { ...envelope, id: 'w-7', type: 'opportunity.won', subject, time: at(15), data: {} },
      { ...envelope, id: 'o-7', type: 'opportunity.opened', subject, time: at(12), data: { leads: ['lead/3'] } },
      { ...envelope, id: 'o-8', type: 'opportunity.opened', subject: 'opportunity/8', time: at(12), data: {} },
      // At one instant the conversion comes before the opening: by the rank of their types.
      {
        ...envelope,
        id: 'x-3',
        type: 'lead.converted',
        subject: 'lead/3',
        time: at(12),
        data: { opportunity: subject },
      },
      { ...envelope, id: 'a-3', type: 'lead.accepted', subject: 'lead/3', time: at(13), data: {} },
      // As in an export of won deals: nothing but the opportunity names the lead.
      {
        ...envelope,
        id: 'w-9',
        type: 'opportunity.won',
        subject: 'opportunity/9',
        time: at(16),
        data: { leads: ['lead/3'] },
      },
    ];
    await appendEvents(own.engine, told, { recordedMs: own.clock(), id: 'second' });
    const { events } = await leadHistory(own, { id: '3' });
    expect(events.map(({ type, subject }) => `${type} ${subject}`)).toEqual([
      'lead.captured lead/3',
      'lead.qualified lead/3',
      'lead.converted lead/3',
      'opportunity.opened opportunity/7',
      'lead.accepted lead/3',
      'opportunity.won opportunity/7',
      'opportunity.won opportunity/9',
    ]);

    await own.engine.undoImport('second', { recordedMs: own.clock() });
    expect((await leadHistory(own, { id: '3' })).events.map(({ subject }) => subject)).not.toContain(subject);
  });

  it('tells each event once, also of opportunities that are counted as one', async () => {
    const own = await acmeContext();
    const envelope = { specversion: '1.0', source: 'crm', time: '2026-02-10T12:00:00Z' } as const;
    const converted = (id: string, opportunity: `opportunity/${string}`): LeadEvent => ({
      ...envelope,
      id,
      type: 'lead.converted',
      subject: 'lead/3',
      data: { opportunity },
    });
    const told: readonly LeadEvent[] = [
      converted('x-1', 'opportunity/7'),
      converted('x-2', 'opportunity/8'),
      { ...envelope, id: 'o-7', type: 'opportunity.opened', subject: 'opportunity/7', data: {} },
      { ...envelope, id: 'w-8', type: 'opportunity.won', subject: 'opportunity/8', data: {} },
      { ...envelope, id: 'r', type: 'record.linked', subject: 'opportunity/7', data: { with: 'opportunity/8' } },
    ];
    await appendEvents(own.engine, told, { recordedMs: own.clock(), id: 'second' });
    const { events } = await leadHistory(own, { id: '3' });
    expect(events.map(({ id }) => id)).toEqual(['c-3', 'q-3', 'x-1', 'x-2', 'o-7', 'w-8', 'r']);
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
