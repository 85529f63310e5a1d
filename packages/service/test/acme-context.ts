import { defaultAgreement } from '@sameteam/agreement';
import { appendEvents, createMemoryEngine } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { createIngest, type Ingest, type IngestOptions, type ServiceContext } from '../src/index.ts';

const envelope = { specversion: '1.0', source: 'crm' } as const;

function captured(id: string, time: string, channel: string | null): LeadEvent {
  const contact = { email: `${id}@acme.example`, firstName: 'Dana' };
  return {
    ...envelope,
    id: `c-${id}`,
    type: 'lead.captured',
    subject: `lead/${id}`,
    time,
    data: { contact, source: { channel } },
  };
}

function qualified(id: string, time: string): LeadEvent {
  return { ...envelope, id: `q-${id}`, type: 'lead.qualified', subject: `lead/${id}`, time, data: {} };
}

const events: readonly LeadEvent[] = [
  captured('1', '2026-01-05T09:00:00Z', 'email'),
  captured('2', '2026-01-20T09:00:00Z', 'email'),
  captured('3', '2026-02-03T09:00:00Z', 'paid_search'),
  captured('4', '2026-02-04T09:00:00Z', null),
  captured('a/b ü', '2026-02-05T09:00:00Z', 'unknown'),
  qualified('1', '2026-01-06T09:00:00Z'),
  qualified('3', '2026-02-10T09:00:00Z'),
];

/** Noon of 1 March 2026. */
export const nowMs = Date.UTC(2026, 2, 1, 12);

/** Five leads, two of them qualified, in a memory engine under the default agreement. */
export async function acmeContext(): Promise<ServiceContext> {
  const engine = createMemoryEngine({ agreement: defaultAgreement });
  await appendEvents(engine, events, { recordedMs: Date.UTC(2026, 1, 20), id: 'first' });
  return { engine, agreement: defaultAgreement, clock: () => nowMs };
}

/** The same, with a way in. */
export async function acmeIngest(
  options: Partial<IngestOptions> = {},
): Promise<ServiceContext & { readonly ingest: Ingest }> {
  const context = await acmeContext();
  return { ...context, ingest: createIngest({ ...context, webCrypto: globalThis.crypto, ...options }) };
}
