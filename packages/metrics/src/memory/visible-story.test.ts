import type { LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { captured, event, leadEvent } from '../../test/support/events.ts';
import { EventBatchBuilder } from '../batch/event-batch-builder.ts';
import { unpackEvents } from '../batch/pack-events.ts';
import { MemoryLog } from './log.ts';
import { visibleLog } from './visible-log.ts';
import { visibleStory } from './visible-story.ts';

function storyOf(events: readonly LeadEvent[], asOf = '2030-01-01') {
  const log = new MemoryLog();
  const builder = new EventBatchBuilder();
  for (const [index, one] of events.entries()) builder.add(index, one);
  const batch = unpackEvents(builder.take({ firstGroup: 0, groupCount: events.length }));
  for (let index = 0; index < batch.count; index++) log.append(batch, index, 0);
  const imports = [{ id: 'i', recordedMs: 0, undoneMs: null }];
  return visibleStory(visibleLog(log, imports, { asOfMs: Date.parse(asOf), knownAtMs: null, version: null }));
}

describe('visibleStory', () => {
  it('gives the events that had happened, with what they say', () => {
    const story = storyOf(
      [
        captured('ann', '2026-01-01', 'email'),
        leadEvent('accepted', 'ann', '2026-01-02'),
        captured('ben', '2026-03-01', 'email'),
      ],
      '2026-02-01',
    );
    expect(story.count).toBe(2);
    expect(Array.from(story.subject, story.subjects)).toEqual(['lead/ann', 'lead/ann']);
    expect(Array.from(story.payload, (code) => (code < 0 ? null : story.payloads(code)))).toEqual([
      { source: { channel: 'email' } },
      null,
    ]);
  });

  it('counts linked contacts and companies as one, also those that events only name', () => {
    const story = storyOf([
      event('company.updated', 'company/b', '2026-01-01', { employees: 4 }),
      event('record.linked', 'company/a', '2026-01-02', { with: 'company/b' }),
      event('record.linked', 'contact/a', '2026-01-02', { with: 'contact/only-named' }),
      event('record.linked', 'lead/a', '2026-01-02', { with: 'contact/a' }),
    ]);
    expect(story.subjects(story.subject[0] as number)).toBe('company/a');
    expect(story.subjects(story.codeOf('contact/only-named'))).toBe('contact/a');
    expect(story.subjects(story.codeOf('lead/a'))).toBe('lead/a');
    expect(story.codeOf('company/unknown')).toBe(-1);
  });

  it('orders ties by source and id', () => {
    const at = '2026-01-01';
    const story = storyOf([captured('ann', at), captured('ben', at)]);
    expect(Math.sign(story.compareTies(0, 1))).toBe(-Math.sign(story.compareTies(1, 0)));
  });
});
