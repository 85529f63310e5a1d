import type { EventBatch } from '@sameteam/metrics';
import { batchWriter, type WrittenLine } from './batch-writer.ts';
import { mix } from './mix.ts';
import { campaigns, capturedMs, channelOfCampaign, teamStory } from './team-story.ts';

const dayMs = 86_400_000;

/** When all of the log has happened, and some cohorts are still young. */
export const logEndMs = Date.UTC(2026, 6, 1);

/**
 * Events of a log of so many leads, about ten a lead: the stages and touches of each, up to two hand-offs with attempts
 * and a decision, a meeting of a quarter, a deal with changes of a fifth, what customers did after a win; and once for
 * all campaigns and their costs of 24 months, 40 reps, and two answers a month to whether the teams are in sync.
 */
export function teamLogBatch(first: number, leads: number): EventBatch {
  const writer = batchWriter();
  for (let lead = first; lead < first + leads; lead++) writer.add(lead - first, String(lead), teamStory(lead));
  if (first === 0) writer.add(leads, 'common', commonLines());
  return writer.take(leads + 1);
}

/**
 * A batch of hand-overs of random leads to a rep: half of them happened long before the last event of the log.
 * @param newest so many leads they are of, those that came last; all by default
 */
export function randomLeadsBatch(leads: number, size: number, seed: number, newest = leads): EventBatch {
  const writer = batchWriter();
  for (let index = 0; index < size; index++) {
    const lead = leads - 1 - (mix(seed * 1_000_003 + index) % newest);
    const timeMs = index % 2 === 0 ? capturedMs(lead) + dayMs / 2 : capturedMs(lead) + 190 * dayMs;
    writer.add(index, `more-${newest}-${seed}-${index}`, [
      { type: 'lead.assigned', timeMs, subject: `lead/${lead}`, data: `{"to":"rep-${index % 40}"}` },
    ]);
  }
  return writer.take(size);
}

function commonLines(): readonly WrittenLine[] {
  const lines: WrittenLine[] = [];
  const startMs = Date.UTC(2024, 0, 1);
  for (let rep = 0; rep < 40; rep++)
    lines.push({ type: 'roster.changed', timeMs: startMs, subject: `rep/rep-${rep}`, data: '{"team":"sales"}' });
  for (let campaign = 0; campaign < campaigns; campaign++) {
    const subject = `campaign/campaign-${campaign}`;
    lines.push({
      type: 'campaign.planned',
      timeMs: startMs,
      subject,
      data: `{"channel":"${channelOfCampaign(campaign)}"}`,
    });
    for (let month = 0; month < 24; month++) {
      const cost = `{"amountMinor":${(1 + (mix(campaign * 24 + month) % 50)) * 10_000},"currency":"EUR"}`;
      const to = dayText(month + 1, 0);
      lines.push({
        type: 'campaign.spent',
        timeMs: Date.parse(to),
        subject,
        data: `{"cost":${cost},"from":"${dayText(month, 1)}","to":"${to}"}`,
      });
    }
  }
  for (let month = 0; month < 24; month++)
    for (const team of ['marketing', 'sales'])
      lines.push({
        type: 'pulse.answered',
        timeMs: Date.UTC(2024, month, 5),
        subject: `pulse/${month}`,
        data: `{"inSync":${1 + (mix(month + team.length) % 5)},"team":"${team}"}`,
      });
  return lines;
}

/** A day of a month of the log; day 0 is the last one of the month before. */
function dayText(month: number, day: number): string {
  return new Date(Date.UTC(2024, month, day)).toISOString().slice(0, 10);
}
