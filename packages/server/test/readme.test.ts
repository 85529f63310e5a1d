import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.restoreAllMocks());

it('the example of the README is this file, and prints what the README says', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await import('./example.ts');
  const printed = log.mock.calls.map((call) => call.map(String).join(' ')).join('\n');
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(readFileSync(new URL('./example.ts', import.meta.url), 'utf8'));
  expect(readme).toContain(`\`\`\`text\n${printed}\n\`\`\``);
});
