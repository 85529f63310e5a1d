import type { ReportRow } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { amount, captured, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

/** Thirty leads of `a`, twenty of `b`, ten without a channel, and one of each of 5,000 channels; every tenth of those is won. */
function manyChannels(): readonly LeadEvent[] {
  const of = (channel: string | null, count: number) =>
    Array.from({ length: count }, (_, index) => captured(`${channel} ${index}`, '2026-01-05', channel));
  const tail = Array.from({ length: 5000 }, (_, index) => `channel ${String(index).padStart(4, '0')}`);
  return [
    ...of('a', 30),
    ...of('b', 20),
    ...of(null, 10),
    ...tail.flatMap((channel) => of(channel, 1)),
    ...tail.flatMap((channel, index) =>
      index % 10 === 0 ? [won(`deal ${index}`, '2026-02-05', [`${channel} 0`], amount(10))] : [],
    ),
    won('of a', '2026-02-05', ['a 0'], amount(1)),
  ];
}

const sumOf = (rows: readonly ReportRow[], metric: string) =>
  rows.filter((row) => row.metric === metric).reduce((sum, { value }) => sum + (value ?? 0), 0);

describe('the rarest values fold into one row', { timeout: 120_000 }, () => {
  onEveryEngine((open) => {
    it('says how many of 5,000 channels are in it, adds up, and keeps rates rates', async () => {
      const team = await open(manyChannels());
      const request = {
        metrics: ['captured', 'lead_to_win_rate', 'bookings'],
        by: ['source.channel'],
        top: 3,
      };
      const rows = await team.report(request);
      expect(rows).toHaveLength(12);
      const shown = rows.map(({ metric, dimensions, value, numerator, denominator, folded }) => [
        metric,
        dimensions['source.channel'],
        value,
        numerator,
        denominator,
        folded?.['source.channel'] ?? null,
      ]);
      expect(shown).toEqual([
        ['captured', 'a', 30, 30, null, null],
        ['captured', 'b', 20, 20, null, null],
        ['captured', null, 10, 10, null, null],
        ['captured', '(other)', 5000, 5000, null, 5000],
        ['lead_to_win_rate', 'a', 1 / 30, 1, 30, null],
        ['lead_to_win_rate', 'b', 0, 0, 20, null],
        ['lead_to_win_rate', null, 0, 0, 10, null],
        ['lead_to_win_rate', '(other)', 0.1, 500, 5000, 5000],
        ['bookings', 'a', 100, 100, null, null],
        ['bookings', 'b', 0, 0, null, null],
        ['bookings', null, 0, 0, null, null],
        ['bookings', '(other)', 500_000, 500_000, null, 5000],
      ]);
      const [all, , booked] = await team.report({ metrics: request.metrics });
      expect(sumOf(rows, 'captured')).toBe(all?.value);
      expect(sumOf(rows, 'bookings')).toBe(booked?.value);
      const other = { dimensions: { 'source.channel': '(other)' }, folded: ['source.channel'] };
      const won500 = await team.names(request, { metric: 'lead_to_win_rate', ...other });
      expect(won500).toHaveLength(500);
      expect(won500.every((name) => /^channel \d{3}0 0$/.test(name))).toBe(true);
    });

    const few = [
      ...['1', '2', '3'].map((lead) => captured(lead, '2026-01-05', 'a')),
      ...['4', '5'].map((lead) => captured(lead, '2026-02-05', 'b')),
      captured('6', '2026-01-05', 'c'),
      captured('7', '2026-02-05', '(other)'),
      captured('8', '2026-02-05', null),
    ];

    it('tells a value that is called like it from the row itself', async () => {
      const team = await open([
        ...few,
        captured('9', '2026-01-05', '(other)'),
        captured('10', '2026-01-05', '(other)'),
      ]);
      const rows = await team.report({ metrics: ['captured'], by: ['source.channel'], top: 2 });
      expect(rows.map(({ dimensions, value, folded }) => [dimensions['source.channel'], value, folded])).toEqual([
        ['(other)', 3, null],
        ['a', 3, null],
        ['(other)', 4, { 'source.channel': 3 }],
      ]);
    });

    it('keeps the values of the largest number, not those of most leads', async () => {
      const team = await open(manyChannels());
      const kept = async (metric: string, top: number) => {
        const rows = await team.report({ metrics: [metric, 'captured'], by: ['source.channel'], top });
        return rows.flatMap((row) => (row.metric === metric ? [row.dimensions['source.channel']] : []));
      };
      // Five hundred channels have bookings of 1,000, `a` of 100 only; each of them has as many wins.
      expect(await kept('bookings', 2)).toEqual(['channel 0000', 'channel 0010', '(other)']);
      expect(await kept('won', 2)).toEqual(['a', 'channel 0000', '(other)']);
      // A share is as large as what it is a share of.
      expect(await kept('lead_to_win_rate', 2)).toEqual(['a', 'b', '(other)']);
    });

    it('folds in each month, and in each of two dimensions', async () => {
      const team = await open(few);
      const monthly = { metrics: ['captured'], by: ['source.channel', 'month'], top: 1 };
      expect(await team.table(monthly, 'value')).toEqual([
        ['a', '2026-01', 3],
        ['a', '2026-02', 0],
        ['(other)', '2026-01', 1],
        ['(other)', '2026-02', 4],
      ]);
      const cell = { dimensions: { 'source.channel': '(other)', month: '2026-02' }, folded: ['source.channel'] };
      expect(await team.names(monthly, cell)).toEqual(['4', '5', '7', '8']);
    });

    it('puts the largest first and the others last, in each of two dimensions, and time in its order', async () => {
      const team = await open([
        ...few,
        ...['11', '12', '13', '14', '15'].map((lead) => captured(lead, '2026-02-05', 'z')),
        captured('16', '2026-01-05', 'z'),
      ]);
      const by = ['source.channel', 'month'];
      expect(await team.table({ metrics: ['captured'], by, top: 2 }, 'value')).toEqual([
        ['z', '2026-01', 1],
        ['z', '2026-02', 5],
        ['a', '2026-01', 3],
        ['a', '2026-02', 0],
        ['(other)', '2026-01', 1],
        ['(other)', '2026-02', 4],
      ]);
      const crossed = { metrics: ['captured'], by: ['source.motion', 'source.channel'], top: 1 };
      expect((await team.table(crossed, 'value')).map(([, channel]) => channel)).toEqual(['z', '(other)']);
    });

    it('does not fold what has few enough values', async () => {
      const team = await open(few);
      const rows = await team.report({ metrics: ['captured'], by: ['source.channel'], top: 5 });
      expect(rows).toHaveLength(5);
      expect(rows.every(({ folded }) => folded === null)).toBe(true);
    });

    it('counts the values that only a later metric of the plan has', async () => {
      // The lead of d was captured before the period, its deal is won in it.
      const team = await open([
        ...few,
        captured('old', '2025-01-05', 'd'),
        won('of old', '2026-02-01', ['old'], amount(5)),
      ]);
      const request = { metrics: ['captured', 'bookings'], by: ['source.channel'], from: '2026-01-01', top: 2 };
      const rows = await team.report(request);
      expect(
        rows.map(({ metric, dimensions, value, folded }) => [metric, dimensions['source.channel'], value, folded]),
      ).toEqual([
        ['captured', 'a', 3, null],
        ['captured', 'b', 2, null],
        ['captured', '(other)', 3, { 'source.channel': 4 }],
        ['bookings', 'a', 0, null],
        ['bookings', 'b', 0, null],
        ['bookings', '(other)', 500, { 'source.channel': 4 }],
      ]);
    });

    it('refuses the way down of a row that the plan does not fold', async () => {
      const team = await open(few);
      const request = { metrics: ['captured'], by: ['source.channel'], top: 5 };
      const cell = { dimensions: { 'source.channel': '(other)' }, folded: ['source.channel'] };
      await expect(team.names(request, cell)).rejects.toMatchObject({ code: 'cell-not-in-plan' });
    });
  });
});
