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

it('knows the clauses of the agreement, whether or not there are entries of them', async () => {
  const of = async (clause: string) => {
    const request = { metrics: ['sla_missed'], filters: [{ dimension: 'clause', in: [clause] }] } as const;
    return unknownValues(store, request, await report(store, request));
  };
  const [first = ''] = Object.keys(defaultAgreement.sla);
  expect(await of(`sla.${first}`)).toEqual([]);
  const [said] = await of(`sla.${first}_hot`);
  expect(said).toContain(`Nothing was found with "sla.${first}_hot" as clause. Did you mean "sla.${first}"?`);
  expect(said).toContain('Its values are sla.');
});

it('takes what is not of leads from the rows behind the number, at any time', async () => {
  const ofDeals: ServiceContext = { ...store, engine: createMemoryEngine({ agreement: defaultAgreement }) };
  await appendEvents(
    ofDeals.engine,
    [
      said('opportunity/1', 'opportunity.opened', '2026-01-01T00:00:00Z', {
        kind: 'new',
        amount: { amountMinor: 19_050, currency: defaultAgreement.currency },
      }),
      said('opportunity/1', 'opportunity.won', '2026-02-01T00:00:00Z', {}),
    ],
    { recordedMs: nowMs },
  );
  const of = async (kind: string, from: string) => {
    const request = { metrics: ['bookings'], from, filters: [{ dimension: 'kind', in: [kind] }] };
    return unknownValues(ofDeals, request, await report(ofDeals, request));
  };
  expect(await of('new', '2026-01-01')).toEqual([]);
  expect(await of('new', '2026-05-01')).toEqual([]);
  expect(await of('nwe', '2026-05-01')).toEqual([
    'Nothing was found with "nwe" as kind. Did you mean "new"? Its values are new.',
  ]);
});
