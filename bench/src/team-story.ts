import type { WrittenLine } from './batch-writer.ts';
import { mix, outOf100 } from './mix.ts';
import { dealStory } from './team-deal.ts';

const channels = ['organic_search', 'paid_search', 'social', 'referral', 'email', 'webinar', 'partner', 'event'];
const startMs = Date.UTC(2024, 0, 1);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Four leads in a row work for one company, and come within some days of one another. */
const leadsOfCompany = 4;

/** The channel that campaigns of a number run in: a lead of a campaign has come by its channel. */
export function channelOfCampaign(campaign: number): string {
  return channels[campaign % channels.length] as string;
}

/** Campaigns of the log. */
export const campaigns = 240;

/** When a lead of the log was captured: on one of 720 days from 1 January 2024 on. */
export function capturedMs(lead: number): number {
  const company = Math.floor(lead / leadsOfCompany);
  return startMs + (mix(company) % (700 * 24)) * hourMs + (mix(lead) % (20 * 24)) * hourMs;
}

/** What happens to one lead and to its deal, ten events on average; nothing later than half a year after the capture. */
export function teamStory(lead: number): readonly WrittenLine[] {
  const subject = `lead/${lead}`;
  const at = capturedMs(lead);
  const roll = (question: number) => outOf100(lead, question);
  const campaign = mix(lead + 7) % campaigns;
  const company = `company/${Math.floor(lead / leadsOfCompany)}`;
  const rep = `rep-${mix(lead + 3) % 40}`;
  const lines: WrittenLine[] = [];
  const say = (type: WrittenLine['type'], timeMs: number, data = '{}', personal?: string): void => {
    lines.push({ type, timeMs, subject, data, ...(personal === undefined ? {} : { personal }) });
  };
  const consent =
    roll(1) < 60 ? `"consent":[{"purpose":"sales","status":"${roll(2) < 80 ? 'granted' : 'denied'}"}],` : '';
  say(
    'lead.captured',
    at,
    `{"company":{"employees":${[5, 40, 120, 600][lead % 4]},"ref":"${company}"},${consent}"source":{"campaign":"campaign-${campaign}","channel":"${channelOfCampaign(campaign)}"}}`,
    roll(3) < 90 ? `{"contact":{"email":"p${lead}@example.com"}}` : undefined,
  );
  say('lead.engaged', at + hourMs, '{"activity":"visit"}');
  say('lead.engaged', at + 30 * hourMs, '{"activity":"webinar"}');
  if (roll(14) < 30) say('lead.replied', at + 40 * hourMs);
  if (roll(4) < 80) say('lead.engaged', at + 9 * dayMs, '{"activity":"visit","channel":"email"}');
  if (roll(5) >= 85) return lines;
  const qualifiedMs = at + (1 + (mix(lead + 11) % 6)) * dayMs;
  say('lead.qualified', qualifiedMs, `{"readiness":"${roll(6) < 33 ? 'hot' : 'warm'}"}`);
  if (roll(7) < 8) return lines;
  const handedMs = qualifiedMs + minuteMs;
  lines.push(...cycle(handedMs, { subject, rep, roll, lead }));
  const decision = roll(8);
  const decidedMs = handedMs + (2 + (mix(lead + 13) % 5)) * dayMs;
  if (decision < 12) say('lead.rejected', decidedMs, '{"reason":"wrong_profile"}');
  else if (decision < 26) {
    say('lead.recycled', decidedMs, `{"reason":"not_ready","revisitAt":"${iso(decidedMs + 90 * dayMs)}"}`);
    if (roll(9) < 40) {
      lines.push(...cycle(decidedMs + 40 * dayMs, { subject, rep, roll, lead }));
      say('lead.accepted', decidedMs + 42 * dayMs);
    }
  } else if (decision < 30) say('lead.disqualified', decidedMs, '{"reason":"wrong_profile"}');
  else if (decision < 92) {
    say('lead.accepted', decidedMs);
    if (roll(10) < 55) say('lead.sales_qualified', decidedMs + 2 * dayMs);
    if (roll(11) < 45) lines.push(...meeting(decidedMs + dayMs, { subject, rep, roll, lead }));
    if (roll(12) < 40) lines.push(...dealStory(lead, { openedMs: decidedMs + 5 * dayMs, company, rep }));
  }
  return lines;
}

interface OfLead {
  readonly subject: string;
  readonly rep: string;
  readonly roll: (question: number) => number;
  readonly lead: number;
}

/** A hand-off, who gets the lead, and the attempts to reach it. */
function cycle(handedMs: number, { subject, rep, roll, lead }: OfLead): readonly WrittenLine[] {
  const assignedMs = handedMs + (1 + (mix(lead + 17) % 90)) * minuteMs;
  const attempt = (timeMs: number, connected: boolean): WrittenLine => ({
    type: 'lead.attempted',
    timeMs,
    subject,
    data: `{"automated":false,"channel":"call","connected":${connected},"direction":"outbound"}`,
  });
  const attempts = roll(20) < 92 ? [attempt(assignedMs + (1 + (mix(lead + 19) % 40)) * hourMs, roll(21) < 25)] : [];
  if (attempts.length > 0 && roll(22) < 70) attempts.push(attempt(assignedMs + 2 * dayMs, roll(23) < 45));
  return [
    { type: 'lead.handed_off', timeMs: handedMs, subject, data: '{"from":"marketing","to":"sales"}' },
    { type: 'lead.assigned', timeMs: assignedMs, subject, data: `{"to":"${rep}"}` },
    ...attempts,
  ];
}

/** A meeting that was booked, and what became of it. */
function meeting(bookedMs: number, { subject, roll, lead }: OfLead): readonly WrittenLine[] {
  const end = roll(30);
  const status = end < 70 ? 'completed' : end < 85 ? 'no_show' : end < 92 ? 'canceled' : null;
  const said = (name: string) =>
    `{"meeting":"meeting/${lead}","startsAt":"${iso(bookedMs + 3 * dayMs)}","status":"${name}"}`;
  return [
    { type: 'meeting.changed', timeMs: bookedMs, subject, data: said('scheduled') },
    ...(status === null
      ? []
      : [{ type: 'meeting.changed' as const, timeMs: bookedMs + 3 * dayMs, subject, data: said(status) }]),
  ];
}

function iso(timeMs: number): string {
  return new Date(timeMs).toISOString().replace('.000Z', 'Z');
}
