import fc from 'fast-check';
import type { RandomEvent } from './random-events.ts';
import { randomDeal, randomLead, randomSpan, randomTime } from './random-subjects.ts';

const dayMs = 86_400_000;
const rep = fc.constantFrom('rep-1', 'rep-2', 'Rep-1', 'räp');
const contact = fc.nat({ max: 5 }).map((n) => `contact/c${n}`);
const company = fc.nat({ max: 3 }).map((n) => `company/k${n}`);
const campaign = fc.nat({ max: 3 }).map((n) => `campaign/m${n}`);
const reason = fc.constantFrom('not_ready', 'with_competitor', 'wrong_profile', 'no_such_reason');
const instant = fc
  .integer({ min: 0, max: randomSpan.days * 24 })
  .map((hours) => new Date(randomSpan.startMs + hours * 3_600_000).toISOString());
const day = fc
  .integer({ min: 0, max: randomSpan.days + 60 })
  .map((number) => new Date(randomSpan.startMs + number * dayMs).toISOString().slice(0, 10));
const money = fc.record({
  amountMinor: fc.integer({ min: -1000, max: 1_000_000 }),
  currency: fc.constantFrom('EUR', 'EUR', 'USD'),
});

function event(type: string, subject: fc.Arbitrary<string>, data: fc.Arbitrary<object>): fc.Arbitrary<RandomEvent> {
  return fc.record({ type: fc.constant(type), subject, timeMs: randomTime, data });
}

const attempt = fc.record({
  channel: fc.constantFrom('call', 'email'),
  direction: fc.constantFrom('outbound', 'outbound', 'inbound'),
  automated: fc.boolean(),
  connected: fc.boolean(),
});
const companyFacts = fc.record(
  {
    employees: fc.option(fc.constantFrom(0, 5, 40, 300, 9000), { nil: null }),
    industry: fc.constantFrom('software', 'Software', null),
    country: fc.constantFrom('DE', 'FR', null),
  },
  { requiredKeys: [] },
);
const knownCapture = fc.record(
  {
    source: fc.record({ channel: fc.constantFrom('email', 'paid', null), campaign: fc.constantFrom('m0', 'm1') }),
    contact: contact.map((ref) => ({ ref, email: 'ann@example.com', role: 'vp' })),
    company: fc.tuple(company, companyFacts).map(([ref, facts]) => ({ ref, ...facts })),
    consent: fc.constantFrom(
      [{ purpose: 'sales', status: 'granted' }],
      [{ purpose: 'sales', channel: 'email', status: 'denied' }],
    ),
  },
  { requiredKeys: [] },
);
const meeting = fc.record({
  meeting: fc.nat({ max: 4 }).map((n) => `meeting/t${n}`),
  status: fc.constantFrom('scheduled', 'rescheduled', 'completed', 'no_show', 'canceled'),
  startsAt: instant,
});
const task = fc.record({
  task: fc.nat({ max: 3 }).map((n) => `task/t${n}`),
  due: fc.option(instant, { nil: null }),
  status: fc.constantFrom('open', 'done', 'canceled'),
});
const dealChange = fc.record(
  {
    stage: fc.constantFrom('discovery', 'proposal', 'elsewhere'),
    pipeline: fc.constantFrom('new', null),
    closeDate: fc.option(day, { nil: null }),
    amount: fc.option(money, { nil: null, freq: 8 }),
    company,
    competitor: fc.constantFrom('globex', null),
    kind: fc.constantFrom('new', 'expansion'),
  },
  { requiredKeys: [] },
);

/** What teams do with leads and deals: hand-offs, attempts, decisions, meetings, tasks, changes of deals and customers. */
export const randomWork: fc.Arbitrary<RandomEvent> = fc.oneof(
  event('lead.captured', randomLead, knownCapture),
  event(
    'lead.handed_off',
    randomLead,
    fc.constantFrom({ from: 'marketing', to: 'sales' }, { from: 'marketing', to: 'sdr' }),
  ),
  event('lead.assigned', randomLead, fc.record({ to: rep })),
  event('lead.attempted', randomLead, attempt),
  event('lead.attempted', randomLead, attempt),
  event('lead.replied', randomLead, fc.constantFrom({}, { campaign: 'm1' })),
  event(
    'lead.engaged',
    randomLead,
    fc.record(
      { activity: fc.constantFrom('demo', 'visit'), channel: fc.constantFrom('email', 'web') },
      { requiredKeys: ['activity'] },
    ),
  ),
  event(
    'lead.answered',
    randomLead,
    fc.record({ question: fc.constant('timeline'), answer: fc.constantFrom('soon', 'later', null) }),
  ),
  event('lead.rejected', randomLead, fc.record({ reason })),
  event('lead.recycled', randomLead, fc.record({ reason, revisitAt: instant }, { requiredKeys: ['reason'] })),
  event('lead.disqualified', randomLead, fc.record({ reason })),
  event('nurture.entered', randomLead, fc.constant({ program: 'newsletter' })),
  event('nurture.left', randomLead, fc.constant({ program: 'newsletter' })),
  event('meeting.changed', fc.oneof(randomLead, randomDeal, contact), meeting),
  event('task.changed', fc.oneof(randomLead, randomDeal), task),
  event(
    'consent.changed',
    fc.oneof(randomLead, contact),
    fc.record({ purpose: fc.constant('sales'), status: fc.constantFrom('granted', 'withdrawn') }),
  ),
  event('contact.updated', contact, fc.record({ company, role: fc.constantFrom('vp', null) }, { requiredKeys: [] })),
  event('company.updated', company, companyFacts),
  event('opportunity.changed', randomDeal, dealChange),
  event(
    'opportunity.moved',
    randomDeal,
    fc.tuple(dealChange, fc.constantFrom('discovery', 'proposal')).map(([facts, stage]) => ({ ...facts, stage })),
  ),
  event(
    'opportunity.lost',
    randomDeal,
    fc.record({ reason, competitor: fc.constantFrom('globex', null) }, { requiredKeys: [] }),
  ),
  event(
    'customer.changed',
    company,
    fc.record(
      { kind: fc.constantFrom('renewal', 'upsell', 'downgrade', 'churn'), delta: money },
      { requiredKeys: ['kind'] },
    ),
  ),
  event(
    'campaign.planned',
    campaign,
    fc.record(
      { channel: fc.constantFrom('events', 'paid', null), name: fc.constantFrom('Spring fair', null) },
      { requiredKeys: ['channel'] },
    ),
  ),
  event(
    'campaign.spent',
    campaign,
    fc.tuple(money, day, fc.nat({ max: 40 })).map(([cost, from, days]) => ({
      cost: { ...cost, amountMinor: Math.abs(cost.amountMinor) },
      from,
      to: new Date(Date.parse(from) + days * dayMs).toISOString().slice(0, 10),
    })),
  ),
  event(
    'campaign.member_changed',
    campaign,
    fc.record({ member: fc.oneof(randomLead, contact), status: fc.constant('attended'), responded: fc.boolean() }),
  ),
  event(
    'roster.changed',
    rep.map((id) => `rep/${id}`),
    fc.record({ team: fc.constantFrom('sales', 'sdr') }),
  ),
  event('sla.explained', randomLead, fc.constant({ clause: 'sla.first_attempt', reason: 'holiday' })),
  event(
    'pulse.answered',
    fc.constant('pulse/p1'),
    fc.record({ team: fc.constantFrom('sales', 'marketing'), inSync: fc.integer({ min: 1, max: 5 }) }),
  ),
);
