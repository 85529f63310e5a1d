import { describe, expect, it } from 'vitest';
import type { NewArrival } from './arrival.ts';
import { createArrivalLog } from './arrival-log.ts';

const arrival = (id: string, verdict: NewArrival['verdict']): NewArrival => ({
  ...{ kind: 'event', verdict, source: '/a', id, subject: 'lead/1', type: 'lead.captured' },
  ...{ issues: [], hints: [], message: null, received: '{}' },
});

describe('createArrivalLog', () => {
  it('numbers what comes, and keeps good and bad apart, newest first', () => {
    const log = createArrivalLog({ clock: () => 0 });
    const added = log.add([arrival('a', 'accepted'), arrival('b', 'quarantined'), arrival('c', 'duplicate')]);
    expect(added.map(({ number, at }) => [number, at])).toEqual(
      [1, 2, 3].map((it) => [it, '1970-01-01T00:00:00.000Z']),
    );
    log.add([arrival('d', 'refused')]);
    expect(log.list('good').map(({ id }) => id)).toEqual(['c', 'a']);
    expect(log.list('bad').map(({ id, number }) => [id, number])).toEqual([
      ['d', 4],
      ['b', 2],
    ]);
    expect(log.list('bad', 2).map(({ id }) => id)).toEqual(['d']);
    expect([log.total('good'), log.total('bad')]).toEqual([2, 2]);
  });

  it('keeps the latest, and counts all', () => {
    const log = createArrivalLog({ clock: () => 0, limit: 3 });
    for (let at = 0; at < 5; at++) log.add([arrival(`g${at}`, 'accepted'), arrival(`b${at}`, 'quarantined')]);
    expect(log.list('good').map(({ id }) => id)).toEqual(['g4', 'g3', 'g2']);
    expect(log.total('bad')).toBe(5);
    const [last] = log.add([arrival('z', 'accepted')], { good: 7, bad: 2 });
    expect(last?.number).toBe(20);
    expect([log.total('good'), log.total('bad')]).toEqual([13, 7]);
  });
});
