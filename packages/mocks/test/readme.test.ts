import { readFileSync } from 'node:fs';
import { simulateCompany } from '@sameteam/mocks';
import { afterEach, expect, it, vi } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

afterEach(() => vi.restoreAllMocks());

it('the example of the README is this file, and prints what the README says', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await import('./example.ts');
  const printed = log.mock.calls.map((call) => call.map(String).join(' ')).join('\n');
  expect(readme).toContain(readFileSync(new URL('./example.ts', import.meta.url), 'utf8'));
  expect(readme).toContain(`\`\`\`text\n${printed}\n\`\`\``);
});

it('the true rates of the README are those of the default company', () => {
  const { truth } = simulateCompany({ seed: 1 });
  const percent = (rate: number, digits = 1) => (rate * 100).toFixed(digits);
  const lines = [...truth.channels, { channel: 'all', ...truth.total }].map((of) => {
    const { mql, sal, sql, opportunity, won } = of.reached;
    const within = of.wonWithinDays;
    const cells = [
      of.channel ?? '(none)',
      of.leads.toFixed(0),
      ...[mql, sal, sql, opportunity].map((rate) => percent(rate)),
      ...[won, within['90'], within['180'], within['365']].map((rate) => percent(rate, 2)),
      of.daysToWon.median?.toFixed(0) ?? '',
      of.daysToWon.p90?.toFixed(0) ?? '',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  // The formatter pads the cells of tables.
  expect(readme.replace(/ +/g, ' ')).toContain(lines.join('\n'));
});
