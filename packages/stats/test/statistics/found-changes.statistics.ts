import { afterAll, describe, expect, it } from 'vitest';
import { type RateChange, rateChange } from '../../src/change/rate-change.ts';
import { simulatedWeeks } from '../support/simulated-weeks.ts';
import { Figures, medianOf, percent, range, weeksText } from './figures.ts';
import { cellName, watchedCells } from './watched-cells.ts';

const figures = new Figures();
afterAll(() => figures.print());

/** The period of the change, an index from 0, and those watched from it on. */
const changed = 26;
const watchedAfter = 52;

/** Weeks from the change until the alarm, of companies that were not alarmed before it. */
function delays(results: readonly RateChange[]): readonly number[] {
  return results
    .filter(({ alarmedAt }) => alarmedAt === null || alarmedAt >= changed)
    .map(({ alarmedAt }) => (alarmedAt === null ? Infinity : alarmedAt - changed + 1));
}

function delayText(weeks: readonly number[]): string {
  const within = weeks.filter((it) => it <= 26).length / weeks.length;
  return `found in ${weeksText(medianOf(weeks), watchedAfter).padStart(12)} weeks (median), within 26 weeks in ${percent(within)}`;
}

/** How many changes were found, and how many of them are described rightly. */
class Described {
  found = 0;
  direction = 0;
  since = 0;
  ratio = 0;

  add({ change }: RateChange, times: number): void {
    if (change === null) return;
    this.found += 1;
    if (change.direction === (times > 1 ? 'up' : 'down')) this.direction += 1;
    if (change.since.low <= changed && changed <= change.since.high) this.since += 1;
    if (change.ratio.low <= times && times <= (change.ratio.high ?? Infinity)) this.ratio += 1;
  }

  get least(): number {
    return Math.min(this.direction, this.since, this.ratio) / this.found;
  }

  get text(): string {
    const share = (count: number) => percent(count / this.found, 2);
    return `of ${this.found} changes found the direction is right in ${share(this.direction)}, the period within its bounds in ${share(this.since)}, the ratio within its bounds in ${share(this.ratio)}`;
  }
}

/** Median weeks that are stated in docs/decisions/0022-change-of-a-rate.md, by rate and volume. */
type Stated = Readonly<Record<string, number>>;

const stated: readonly { readonly name: string; readonly times: number; readonly weeks: Stated }[] = [
  {
    name: 'rise by 30 %',
    times: 1.3,
    weeks: { '0.1 200': 21, '0.2 100': 19, '0.3 50': 20, '0.3 100': 9, '0.3 200': 5, '0.5 50': 7, '0.7 20': 8 },
  },
  {
    name: 'fall by 30 %',
    times: 0.7,
    weeks: { '0.1 200': 15, '0.2 100': 13, '0.3 50': 18, '0.3 100': 8, '0.3 200': 4, '0.5 50': 7, '0.7 20': 9 },
  },
];

describe.each(stated)('a real $name after 26 weeks', ({ name, times, weeks }) => {
  it('is found in the stated median number of weeks, and described within its bounds', () => {
    const companies = 200;
    figures.add(`Change of a rate: a ${name} after 26 weeks, ${companies} companies a line, watched for 52 weeks more`);
    const described = new Described();
    for (const [index, cell] of watchedCells.entries()) {
      const watched = { ...cell, weeks: changed + watchedAfter, change: { from: changed, times } };
      const results = range(companies).map((seed) => rateChange(simulatedWeeks(seed * 89 + index, watched)));
      for (const result of results) described.add(result, times);
      figures.add(`  ${cellName(cell)}: ${delayText(delays(results))}`);
      const most = weeks[`${cell.rate} ${cell.volume}`];
      if (most !== undefined) expect(medianOf(delays(results))).toBeLessThanOrEqual(most);
    }
    figures.add(`  ${described.text}`);
    expect(described.least).toBeGreaterThan(0.95);
  });
});

it('needs more weeks with fewer false alarms allowed, or where weeks scatter and it is told so', () => {
  const cell = { rate: 0.3, volume: 100 };
  const rise = { ...cell, weeks: changed + watchedAfter, change: { from: changed, times: 1.3 } };
  figures.add(`A rise by 30 % after 26 weeks; ${cellName(cell)}, 300 companies`);
  for (const alpha of [0.05, 0.2, 0.5]) {
    const results = range(300).map((seed) => rateChange(simulatedWeeks(seed * 79, rise), { alpha }));
    figures.add(`  alpha ${alpha}: ${delayText(delays(results))}`);
  }
  for (const spread of [1.5, 2]) {
    const watched = { ...rise, overdispersion: spread };
    const results = range(300).map((seed) =>
      rateChange(simulatedWeeks(seed * 79, watched), { overdispersion: spread }),
    );
    figures.add(`  variance ${spread} times binomial, and told: ${delayText(delays(results))}`);
    expect(medianOf(delays(results))).toBeLessThanOrEqual(20);
  }
});
