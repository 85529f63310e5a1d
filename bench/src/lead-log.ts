import { type EventBatch, packEvents, readPayloads } from '@sameteam/metrics';
import { eventRank } from '@sameteam/model';
import { mix } from './mix.ts';

const channels = ['organic_search', 'paid_search', 'social', 'referral', 'email', 'webinar', 'partner', 'event'];
const startMs = Date.UTC(2024, 0, 1);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const ranks = {
  captured: eventRank('lead.captured'),
  engaged: eventRank('lead.engaged'),
  qualified: eventRank('lead.qualified'),
  handedOff: eventRank('lead.handed_off'),
  assigned: eventRank('lead.assigned'),
  attempted: eventRank('lead.attempted'),
  accepted: eventRank('lead.accepted'),
  opened: eventRank('opportunity.opened'),
  won: eventRank('opportunity.won'),
} as const;

/** Events of a lead in this log. */
export const eventsPerLead = 10;

/** When a lead of the log was captured. */
export function capturedMs(lead: number): number {
  return startMs + (mix(lead) % (720 * 24)) * hourMs;
}

/** A batch of the log: ten events for each lead from `first` on. */
export function leadLogBatch(first: number, leads: number): EventBatch {
  const batch = emptyBatch(leads * eventsPerLead);
  let at = 0;
  for (let lead = first; lead < first + leads; lead++) {
    const captured = capturedMs(lead);
    const mixed = mix(lead + 0x51ed);
    const subject = `lead/${lead}`;
    const channel = channels[mixed % channels.length];
    const campaign = `campaign-${mixed % 240}`;
    const isWon = mixed % 100 < 8;
    const isOpened = mixed % 100 < 20;
    const steps: readonly [number, number, string][] = [
      [ranks.captured, captured, `{"source":{"campaign":"${campaign}","channel":"${channel}"}}`],
      [ranks.engaged, captured + hourMs, '{"activity":"visit"}'],
      [ranks.engaged, captured + 30 * hourMs, '{"activity":"webinar"}'],
      [ranks.qualified, captured + 2 * dayMs, `{"readiness":"${mixed % 3 === 0 ? 'hot' : 'warm'}"}`],
      [ranks.handedOff, captured + 2 * dayMs + 60_000, '{"from":"marketing","to":"sales"}'],
      [ranks.assigned, captured + 2 * dayMs + 120_000, `{"to":"rep-${mixed % 40}"}`],
      [
        ranks.attempted,
        captured + 3 * dayMs,
        '{"automated":false,"channel":"call","connected":false,"direction":"outbound"}',
      ],
      [
        ranks.attempted,
        captured + 4 * dayMs,
        '{"automated":false,"channel":"call","connected":true,"direction":"outbound"}',
      ],
      mixed % 4 === 0
        ? [ranks.engaged, captured + 5 * dayMs, '{"activity":"visit"}']
        : [ranks.accepted, captured + 5 * dayMs, '{}'],
      isWon || isOpened
        ? [isWon ? ranks.won : ranks.opened, captured + (20 + (mixed % 60)) * dayMs, `{"leads":["${subject}"]}`]
        : [ranks.engaged, captured + 9 * dayMs, '{"activity":"visit"}'],
    ];
    for (const [type, timeMs, data] of steps) {
      const isDeal = type === ranks.won || type === ranks.opened;
      put(batch, at++, {
        group: lead - first,
        type,
        timeMs,
        id: `${lead}-${at % eventsPerLead}`,
        subject: isDeal ? `opportunity/${lead}` : subject,
        data,
      });
    }
  }
  return packEvents({ ...batch, ...readPayloads(batch), groupCount: leads });
}

/** A batch of attempts for random leads: half of them happened long before the last event of the log. */
export function randomLeadsBatch(leads: number, size: number, seed: number): EventBatch {
  const batch = emptyBatch(size);
  for (let index = 0; index < size; index++) {
    const lead = mix(seed * 1_000_003 + index) % leads;
    const isLate = index % 2 === 0;
    const timeMs = isLate ? capturedMs(lead) + 12 * hourMs : capturedMs(lead) + 400 * dayMs;
    put(batch, index, {
      group: index,
      type: ranks.assigned,
      timeMs,
      id: `more-${seed}-${index}`,
      subject: `lead/${lead}`,
      data: `{"to":"rep-${index % 40}"}`,
    });
  }
  return packEvents({ ...batch, ...readPayloads(batch), groupCount: size });
}

function emptyBatch(count: number) {
  return {
    count,
    firstGroup: 0,
    groupCount: 0,
    group: new Int32Array(count),
    type: new Uint8Array(count),
    timeMs: new Float64Array(count),
    source: new Array<string>(count).fill('bench'),
    id: new Array<string>(count),
    subject: new Array<string>(count),
    data: new Array<string>(count),
    personal: new Array<null>(count).fill(null),
    attributes: new Array<null>(count).fill(null),
  };
}

function put(
  batch: ReturnType<typeof emptyBatch>,
  at: number,
  event: {
    readonly group: number;
    readonly type: number;
    readonly timeMs: number;
    readonly id: string;
    readonly subject: string;
    readonly data: string;
  },
): void {
  batch.group[at] = event.group;
  batch.type[at] = event.type;
  batch.timeMs[at] = event.timeMs;
  batch.id[at] = event.id;
  batch.subject[at] = event.subject;
  batch.data[at] = event.data;
}
