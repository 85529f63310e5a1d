import { defaultAgreement } from '@sameteam/agreement';
import type { ReportFilter } from '@sameteam/api/client';
import { appendEvents, createMemoryEngine } from '@sameteam/metrics';
import { type LeadEvent, validateEvent } from '@sameteam/model';
import { report, type ServiceContext } from '@sameteam/service';
import { beforeAll, expect, it } from 'vitest';
import { unknownValues } from './unknown-values.ts';

const nowMs = Date.UTC(2026, 5, 1);
const engine = createMemoryEngine({ agreement: defaultAgreement });
const store: ServiceContext = { engine, agreement: defaultAgreement, clock: () => nowMs };

const said = (subject: string, type: string, time: string, data: object): LeadEvent => {
  const read = validateEvent({
    specversion: '1.0',
    id: `${subject} ${time}`,
    source: 'test',
    type,
    subject,
    time,
    data,
  });
  if (!read.success) throw new Error(read.issues[0]?.message);
  return read.event;
};

/** Two leads; kim owned one and handed it to lee. */
beforeAll(async () => {
  await appendEvents(
    engine,
    [
      said('lead/1', 'lead.captured', '2026-01-01T00:00:00Z', { source: { channel: 'paid_search' } }),
      said('lead/1', 'lead.assigned', '2026-01-02T00:00:00Z', { from: null, to: 'kim' }),
      said('lead/1', 'lead.qualified', '2026-01-03T00:00:00Z', {}),
      said('lead/1', 'lead.assigned', '2026-01-04T00:00:00Z', { from: 'kim', to: 'lee' }),
      said('lead/2', 'lead.captured', '2026-01-01T00:00:00Z', { source: { channel: 'email' } }),
    ],
    { recordedMs: nowMs },
  );
});

async function doubts(filters: readonly ReportFilter[]): Promise<readonly string[]> {
  const request = { metrics: ['qualified'], anchor: 'mql', filters } as const;
  return unknownValues(store, request, await report(store, request));
}

it('says nothing of values that leads have, or of the missing one', async () => {
  expect(await doubts([{ dimension: 'source.channel', in: ['email', null] }])).toEqual([]);
  expect(await doubts([{ dimension: 'source.channel', notIn: ['email'] }])).toEqual([]);
});

it('names the nearest value and the others, also where the report is not empty', async () => {
  const sentence =
    'No lead was found with "paid_serach" as source.channel. Did you mean "paid_search"? Its values are email, paid_search.';
  expect(await doubts([{ dimension: 'source.channel', in: ['paid_search', 'paid_serach'] }])).toEqual([sentence]);
  expect(await doubts([{ dimension: 'source.channel', notIn: ['paid_serach'] }])).toEqual([sentence]);
  expect(await doubts([{ dimension: 'source.campaign', in: ['spring'] }])).toEqual([
    'No lead was found with "spring" as source.campaign. It has no values.',
  ]);
});

it('takes the word of an owner who is none any longer', async () => {
  expect(await doubts([{ dimension: 'owner', in: ['kim'] }])).toEqual([]);
  expect(await doubts([{ dimension: 'owner', in: ['kin'] }])).toEqual([
    'No lead was found with "kin" as owner. Its values are lee.',
  ]);
});

it('doubts nothing that is not of leads: a clause has no list of values', async () => {
  const request = { metrics: ['sla_missed'], filters: [{ dimension: 'clause', in: ['sla.nope'] }] } as const;
  expect(await unknownValues(store, request, await report(store, request))).toEqual([]);
});
