import { eventTypes, stageEvent, stages } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { keyScale, leadEventRanks, leadFold, opportunityEventRanks } from './lead-fold.ts';

describe('leadFold', () => {
  it('attains each stage by the event of the vocabulary, in its order', () => {
    expect(leadFold.stages.map(({ stage }) => stage)).toEqual(stages);
    for (const { stage, event, of } of leadFold.stages) {
      expect(event).toBe(stageEvent[stage]);
      expect(event.startsWith(`${of}.`)).toBe(true);
    }
  });
});

describe('the key of an event', () => {
  it('has room for the rank of every type', () => {
    expect(eventTypes.length).toBeLessThanOrEqual(keyScale);
  });

  it('is an exact number for times up to the year 6400', () => {
    expect(Number.isSafeInteger(Date.UTC(6400, 0, 1) * keyScale + keyScale - 1)).toBe(true);
  });
});

describe('the ranks', () => {
  it('sort the events of leads and of opportunities', () => {
    const named = (ranks: readonly number[]) => ranks.map((rank) => eventTypes[rank]);
    expect(named(leadEventRanks)).toEqual(eventTypes.filter((type) => type.startsWith('lead.')));
    expect(named(opportunityEventRanks)).toEqual(eventTypes.filter((type) => type.startsWith('opportunity.')));
  });
});
