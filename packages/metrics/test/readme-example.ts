import { defaultAgreement } from '@sameteam/agreement';
import { appendEvents, createMemoryEngine, parsePlan } from '@sameteam/metrics';
import { type LeadEvent, validateEvent } from '@sameteam/model';

function event(type: string, subject: string, time: string, data: object = {}): LeadEvent {
  const given = { specversion: '1.0', id: `${subject} ${type}`, source: 'readme', type, subject, time, data };
  const result = validateEvent(given);
  if (!result.success) throw new Error(result.issues[0]?.message);
  return result.event;
}

const engine = createMemoryEngine({ agreement: defaultAgreement });
const log = [
  event('lead.captured', 'lead/ann', '2026-01-05T09:00:00Z', { source: { channel: 'email' } }),
  event('lead.captured', 'lead/ben', '2026-01-06T09:00:00Z', { source: { channel: 'email' } }),
  event('opportunity.won', 'opportunity/1', '2026-02-04T09:00:00Z', { leads: ['lead/ann'] }),
];
await appendEvents(engine, log, { recordedMs: Date.UTC(2026, 5, 1) });

const request = { metrics: ['lead_to_win_rate', 'days_to_won_median'], by: ['source.channel'] };
const plan = parsePlan(request, { zone: defaultAgreement.timeZone, nowMs: Date.UTC(2026, 5, 1) });
const [rate, days] = await engine.run(plan);
console.log(rate?.numerator, 'of', rate?.denominator, 'by', rate?.clause); // 1 of 2 by windows.default
console.log(days?.value, days?.unit); // 30 days

const cell = { metric: 'lead_to_win_rate', dimensions: { 'source.channel': 'email' }, part: 'numerator' } as const;
const { leads } = await engine.leads(plan, cell, { limit: 10 });
console.log(leads.map(({ lead }) => lead)); // lead/ann
