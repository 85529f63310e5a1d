import { readdirSync, readFileSync } from 'node:fs';
import { lintAgreement, parseAgreement } from '@sameteam/agreement';
import { metricIds } from '@sameteam/metrics';
import { parse } from 'yaml';
import { benchConditions } from './bench-conditions.ts';
import { count, type Figure, median, ms, printFigures } from './table.ts';

/** How long one measurement takes at least. */
const leastMs = 50;

/** Loading and checking the templates beside YAML alone, and conditions beside their peers. */
export async function benchAgreement(runs: number): Promise<void> {
  const folder = new URL('../../packages/agreement/templates/', import.meta.url);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml')))
    benchLoad(name, readFileSync(new URL(name, folder), 'utf8'), runs);
  await benchConditions(2000, runs * 10);
}

function benchLoad(name: string, text: string, runs: number): void {
  const { agreement } = parseAgreement(text);
  if (agreement === null) throw new Error(`${name} cannot be read`);
  const options = { asOf: Date.parse(agreement.effective ?? '2026-10-01'), metrics: metricIds };
  const ways = {
    yaml: () => parse(text),
    load: () => parseAgreement(text),
    lint: () => lintAgreement(agreement, options),
  };
  const times = { yaml: [] as number[], load: [] as number[], lint: [] as number[] };
  for (let run = 0; run < runs; run++)
    for (const [way, work] of Object.entries(ways) as [keyof typeof ways, () => unknown][])
      times[way].push(timeOf(work));
  const [yaml, load, lint] = [median(times.yaml), median(times.load), median(times.lint)];
  const figure = (what: string, time: number, against: string): Figure => {
    return { what, value: ms(time), against: `${count(1000 / time)}/s${against}`, isMet: null };
  };
  printFigures(`${name}, ${text.split('\n').length - 1} lines (median of ${runs})`, [
    figure('YAML.parse of the text', yaml, ', the limit'),
    figure(
      'parseAgreement: the same, schema, checks, defaults, places',
      load,
      `, ${(load / yaml).toFixed(1)} of the limit`,
    ),
    figure('lintAgreement of what it gives', lint, `, ${(lint / yaml).toFixed(1)} of the limit`),
  ]);
}

/** Milliseconds that a piece of work takes, repeated until the clock can tell. */
function timeOf(work: () => unknown): number {
  const startMs = performance.now();
  let times = 0;
  do {
    work();
    times += 1;
  } while (performance.now() - startMs < leastMs);
  return (performance.now() - startMs) / times;
}
