import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

test.each([
  ['lead.capture', ['lead.updated', 'lead.captured'], 'lead.captured'],
  ['chanel', ['channel', 'campaign'], 'channel'],
  ['Channel', ['channel', 'campaign'], 'channel'],
  ['landing_page', ['landingPage', 'campaign'], 'landingPage'],
  ['frist', ['last', 'first'], 'first'],
  ['id', ['by', 'to'], null],
  ['zebra', ['channel', 'campaign'], null],
  ['x'.repeat(1000), ['channel'], null],
  ['', ['channel'], null],
  ['wno', ['win', 'won'], 'won'],
  ['foo', ['won'], null],
  ['chanel', ['source.campaign', 'source.channel'], 'source.channel'],
  ['win_rate', ['lead_to_win_rate', 'mql_to_won_rate', 'won'], 'lead_to_win_rate'],
  ['rate', ['lead_to_win_rate', 'mql_to_sal_rate'], null],
])('for %s of %o offers %s', (word, candidates, expected) => {
  expect(nearestName(word, candidates)).toBe(expected);
});

test('takes the first of equals', () => {
  expect(nearestName('cat', ['car', 'can'])).toBe('car');
});
