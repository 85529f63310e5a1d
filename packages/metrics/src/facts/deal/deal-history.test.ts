import { describe, expect, it } from 'vitest';
import { dealHistory } from './deal-history.ts';
import { at, euros, said } from './fixtures/story.ts';

describe('dealHistory', () => {
  it('knows nothing of an opportunity without events', () => {
    expect(dealHistory([])).toMatchObject({
      openedMs: null,
      wonMs: null,
      lostMs: null,
      stays: [],
      moves: 0,
      pushes: 0,
    });
  });

  it('counts the first win that no later reopening takes back, and the amount that was said last', () => {
    const history = dealHistory([
      said('opportunity.opened', '2026-01-01', { amount: euros(10) }),
      said('opportunity.won', '2026-02-01', { amount: euros(20) }),
      said('opportunity.reopened', '2026-02-05'),
      said('opportunity.won', '2026-03-01'),
      said('opportunity.won', '2026-03-02'),
      said('opportunity.changed', '2026-04-01', { amount: euros(30) }),
    ]);
    expect(history).toMatchObject({ openedMs: at('2026-01-01'), wonMs: at('2026-03-01'), lostMs: null });
    expect(history.state).toMatchObject({ amount: 3000, currency: 'EUR' });
    expect(history.stays.map(({ began, left, beganMs, leftMs }) => [began, beganMs, left, leftMs])).toEqual([
      ['opened', at('2026-01-01'), 'won', at('2026-02-01')],
      ['reopened', at('2026-02-05'), 'won', at('2026-03-01')],
    ]);
  });

  it('keeps a win when a loss is said after it, and takes a win that is said after a loss', () => {
    const opened = said('opportunity.opened', '2026-01-01');
    const won = said('opportunity.won', '2026-02-01');
    const lost = said('opportunity.lost', '2026-03-01', { reason: 'price' });
    expect(dealHistory([opened, won, lost])).toMatchObject({ wonMs: at('2026-02-01'), lostMs: null });
    const late = said('opportunity.won', '2026-04-01');
    const history = dealHistory([opened, lost, late]);
    expect(history).toMatchObject({ wonMs: at('2026-04-01'), lostMs: null });
    expect([...history.turns.values()]).toEqual(['lost']);
    expect(history.stays.map(({ left }) => left)).toEqual(['lost']);
  });

  it('takes a loss and its reason back when it is reopened', () => {
    const history = dealHistory([
      said('opportunity.opened', '2026-01-01'),
      said('opportunity.lost', '2026-02-01', { reason: 'price', competitor: 'globex' }),
      said('opportunity.reopened', '2026-03-01', { stage: 'proposal' }),
    ]);
    expect(history).toMatchObject({ wonMs: null, lostMs: null, ownerAtClosed: null });
    expect(history.state).toMatchObject({ reason: null, competitor: 'globex', stage: 'proposal' });
    expect([...history.turns.values()]).toEqual(['lost', 'reopened']);
  });

  it('reads the owner up to and including the event, and clears what is null', () => {
    const history = dealHistory([
      said('opportunity.opened', '2026-01-01', { owner: 'ann' }),
      said('opportunity.opened', '2026-01-01', { owner: 'ben' }),
      said('opportunity.changed', '2026-01-02', { owner: 'cat', kind: 'new' }),
      said('opportunity.won', '2026-02-01', { owner: 'dan' }),
      said('opportunity.changed', '2026-03-01', { owner: null, kind: null }),
    ]);
    expect(history).toMatchObject({ ownerAtOpened: 'ben', ownerAtClosed: 'dan' });
    expect(history.state).toMatchObject({ owner: null, kind: null });
    // Won without an opening: both are those of the win.
    expect(dealHistory([said('opportunity.won', '2026-02-01', { owner: 'dan' })])).toMatchObject({
      openedMs: null,
      ownerAtOpened: 'dan',
      ownerAtClosed: 'dan',
    });
  });

  it('counts moves to another stage, and pushes of the planned day while it is open', () => {
    const history = dealHistory([
      said('opportunity.opened', '2026-01-01', { closeDate: '2026-03-01', stage: 'a' }),
      said('opportunity.changed', '2026-01-10', { closeDate: '2026-02-20' }),
      said('opportunity.changed', '2026-01-20', { closeDate: '2026-03-10' }),
      said('opportunity.moved', '2026-01-21', { stage: 'b' }),
      said('opportunity.changed', '2026-01-22', { closeDate: null }),
      said('opportunity.changed', '2026-01-23', { closeDate: '2026-04-01' }),
      said('opportunity.moved', '2026-01-24', { stage: 'c', closeDate: '2026-04-02' }),
      said('opportunity.lost', '2026-02-01', { closeDate: '2026-05-01' }),
      said('opportunity.changed', '2026-02-02', { closeDate: '2026-06-01' }),
    ]);
    expect(history).toMatchObject({
      moves: 2,
      lastMovedMs: at('2026-01-24'),
      pushes: 2,
      firstPushMs: at('2026-01-20'),
    });
  });

  it('cuts the time in which it was open wherever what the pipeline shows changes, and nowhere else', () => {
    const history = dealHistory([
      said('opportunity.opened', '2026-01-01', { stage: 'a', amount: euros(1) }),
      said('opportunity.changed', '2026-01-01', { closeDate: '2026-03-01' }),
      said('opportunity.changed', '2026-01-05', { competitor: 'globex', amount: euros(1) }),
      said('opportunity.changed', '2026-01-09', { amount: euros(2) }),
      said('opportunity.moved', '2026-01-11', { stage: 'b', owner: 'ann' }),
      said('opportunity.lost', '2026-01-20', { amount: euros(9) }),
    ]);
    expect(
      history.stays.map(({ began, left, leftMs, state }) => [began, left, leftMs, state.stage, state.amount]),
    ).toEqual([
      ['opened', 'changed', at('2026-01-09'), 'a', 100],
      ['changed', 'changed', at('2026-01-11'), 'a', 200],
      ['changed', 'lost', at('2026-01-20'), 'b', 200],
    ]);
    expect(history.stays[0]?.state.closeDay).toBe(at('2026-03-01') / 86_400_000);
  });

  it('was never open where it was closed before it was opened, but is once it is reopened', () => {
    const won = said('opportunity.won', '2026-01-01');
    const opened = said('opportunity.opened', '2026-02-01', { owner: 'ann' });
    const early = dealHistory([won, opened]);
    expect(early).toMatchObject({
      openedMs: at('2026-02-01'),
      wonMs: at('2026-01-01'),
      ownerAtOpened: 'ann',
      stays: [],
    });
    const reopened = dealHistory([won, opened, said('opportunity.reopened', '2026-03-01')]);
    expect(reopened.stays).toMatchObject([{ began: 'reopened', beganMs: at('2026-03-01'), left: null }]);
  });

  it('leaves meetings and tasks aside, and folds 100,000 events quickly', () => {
    expect(dealHistory([said('task.changed', '2026-01-01', { owner: 'ann' })]).state.owner).toBeNull();
    const events = Array.from({ length: 100_000 }, (_, n) => ({
      ...said(n === 0 ? 'opportunity.opened' : 'opportunity.changed', '2026-01-01', { amount: euros(n) }),
      timeMs: n * 1000,
    }));
    const started = performance.now();
    expect(dealHistory(events).stays.length).toBe(100_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
