import { defaultAgreement } from '@sameteam/agreement';
import { appendEvents } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { type LeadEvent, validateEvent } from '@sameteam/model';

const day = 86_400_000;
const hour = 3_600_000;

/** Monday, 6 July 2026. */
const startMs = Date.UTC(2026, 6, 6);
const channels = ['webinar', 'paid_search', 'partner'] as const;
const owners = ['kim', 'lee', 'max'] as const;

/** Hours that each owner takes until the first attempt: the third does not keep the SLA. */
const attemptHours = { kim: 2, lee: 5, max: 75 } as const;

/** What becomes of the leads of a channel, by their number in it. */
const stories = {
  webinar: { isQualified: (n: number) => n % 3 !== 2, isAccepted: (n: number) => n % 4 !== 3 },
  paid_search: { isQualified: (n: number) => n % 2 === 0, isAccepted: (n: number) => n % 4 === 0 },
  partner: { isQualified: (n: number) => n % 5 !== 4, isAccepted: () => true },
} as const;

/**
 * The log of a small team, the same every time: 30 leads of each of three channels, captured in July and August 2026,
 * worked by three reps of whom one is late. Every tenth is handed off to nobody, every fifth has no next step.
 */
export function madeLog(): readonly LeadEvent[] {
  return channels.flatMap((channel) => Array.from({ length: 30 }, (_, n) => leadEvents(channel, n)).flat());
}

function leadEvents(channel: (typeof channels)[number], n: number): readonly LeadEvent[] {
  const id = `${channel}-${n + 1}`;
  const lead = `lead/${id}`;
  const atMs = startMs + n * day + 9 * hour;
  const told: LeadEvent[] = [];
  const tell = (type: string, afterMs: number, data: object, subject = lead) =>
    told.push(event(type, subject, atMs + afterMs, data));
  tell('lead.captured', 0, { source: { channel }, contact: { email: `${id}@buyer.example` } });
  const { isQualified, isAccepted } = stories[channel];
  if (!isQualified(n)) {
    tell('lead.assigned', hour, { to: 'nina' });
    tell('nurture.entered', hour, { program: 'nurture' });
    return told;
  }
  tell('lead.qualified', hour, { readiness: 'hot' });
  tell('lead.handed_off', hour, { from: 'marketing', to: 'sales' });
  if (n % 10 === 7) return told;
  const owner = owners[n % 3] ?? 'kim';
  tell('lead.assigned', 1.5 * hour, { to: owner });
  if (n % 9 !== 8) {
    const attempt = { channel: 'call', direction: 'outbound', automated: false, connected: n % 2 === 0, by: owner };
    tell('lead.attempted', (1.5 + attemptHours[owner]) * hour, attempt);
  }
  const decidedMs = 4 * day;
  if (!isAccepted(n)) {
    tell('lead.rejected', decidedMs, { reason: n % 4 === 2 ? 'wrong_profile' : 'not_ready', by: owner });
    return told;
  }
  tell('lead.accepted', decidedMs, { by: owner });
  if (n % 5 !== 0) tell('task.changed', decidedMs, { task: `task/call-${id}`, status: 'open', owner });
  if (n % 2 === 1) return told;
  tell('lead.sales_qualified', 10 * day, { by: owner });
  const deal = `opportunity/${id}`;
  const amount = { amountMinor: 500_000 + n * 10_000, currency: 'EUR' };
  tell('opportunity.opened', 14 * day, { leads: [lead], amount, owner }, deal);
  if (n % 4 === 0) tell('opportunity.won', 45 * day, { amount }, deal);
  return told;
}

function event(type: string, subject: string, timeMs: number, data: object): LeadEvent {
  const time = new Date(timeMs).toISOString();
  const read = validateEvent({
    specversion: '1.0',
    id: `${type} ${subject}`,
    source: 'made',
    type,
    subject,
    time,
    data,
  });
  if (!read.success) throw new Error(read.issues.map(({ message }) => message).join('; '));
  return read.event;
}

/** Makes a database of it, by the default agreement. */
export async function makeMadeDatabase(path: string): Promise<void> {
  const engine = await openDuckDbEngine({ path, agreement: defaultAgreement });
  try {
    await appendEvents(engine, madeLog(), { recordedMs: Date.UTC(2026, 9, 1) });
  } finally {
    await engine.close();
  }
}
