// What the examples in docstrings take as given: a log of 8,000 leads under the agreement of the design.
import { readFileSync } from 'node:fs';
import { type Agreement, parseAgreement } from '@sameteam/agreement';
import { appendEvents, createMemoryEngine, type Engine } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { createIngest, type Ingest, type ServiceContext } from '@sameteam/service';

const text = readFileSync(new URL('../../agreement/test/fixtures/acme.yaml', import.meta.url), 'utf8');
const { agreement: acme } = parseAgreement(text);
if (acme === null) throw new Error('acme.yaml cannot be read');
// It excludes by the domain of a company, which facts do not carry.
const agreement: Agreement = { ...acme, exclusions: [] };

export const engine: Engine = createMemoryEngine({ agreement });
const events = Array.from({ length: 8000 }, (_, index): LeadEvent => {
  const id = String(index + 1);
  const time = '2026-01-05T09:00:00Z';
  const data = { source: { channel: 'email' } };
  return { specversion: '1.0', id, source: 'crm', type: 'lead.captured', subject: `lead/${id}`, time, data };
});
await appendEvents(engine, events, { recordedMs: Date.UTC(2026, 0, 6) });

export const context: ServiceContext = { engine, agreement, clock: () => Date.UTC(2026, 2, 1) };

// It has a store of its own: what one example sends, the others do not count.
export const ingest: Ingest = createIngest({
  engine: createMemoryEngine({ agreement }),
  agreement,
  clock: () => Date.UTC(2026, 2, 1),
  webCrypto: globalThis.crypto,
});
