import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const readme = read('../README.md');

describe('the README', () => {
  it('shows an example that runs, and prints what it says', async () => {
    const example = read('readme-example.ts');
    expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
    const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await import('./readme-example.ts');
    const said = [...example.matchAll(/^console\.log\(.*\/\/ (.*)$/gm)].map(([, comment]) => comment);
    expect(printed.mock.calls.map((values) => values.join(' '))).toEqual(said);
    printed.mockRestore();
  });

  it('names every folder of the sources', () => {
    const folders = readdirSync(new URL('../src', import.meta.url), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of folders) expect(readme).toContain(`\`src/${name}/\``);
  });

  it('names every file of the contract, and no other', () => {
    const files = readdirSync(new URL('contract', import.meta.url)).map((file) => file.replace('.test.ts', ''));
    for (const file of files) expect(readme).toContain(`\`${file}\``);
    for (const [, rule] of readme.matchAll(/`(rule-[\w-]+)`/g)) expect(files).toContain(rule);
  });

  it('has a line for each of the 21 rules', () => {
    const numbers = [...readme.matchAll(/^\| (\d+) /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  it('shows a test of a metric as it stands beside it', () => {
    const shown =
      /```ts\n(testMetric\(daysToMqlMedian[^`]*`l[^`]*`[^`]*)```/.exec(readme)?.[1]?.trim().split('\n') ?? [];
    const test = read('../src/metrics/days-to-mql-median.test.ts');
    expect(shown.length).toBeGreaterThan(5);
    for (const line of shown.slice(0, -1)) expect(test).toContain(line);
  });
});
