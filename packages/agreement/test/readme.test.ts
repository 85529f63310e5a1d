import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';

const here = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it('the README shows an example that runs, and prints what it says', async () => {
  const example = here('readme-example.ts');
  expect(here('../README.md')).toContain(`\`\`\`ts\n${example}\`\`\``);
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await import('./readme-example.ts');
  const said = [...example.matchAll(/^console\.log\(.*\/\/ (.*)$/gm)].map(([, comment]) => comment);
  expect(printed.mock.calls.map(([value]) => String(value))).toEqual(said);
  printed.mockRestore();
});

it('the README names every folder of the sources', async () => {
  const { readdirSync } = await import('node:fs');
  const folders = readdirSync(new URL('../src', import.meta.url), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of folders) expect(here('../README.md')).toContain(`\`src/${name}/\``);
});
