import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bad, good } from './readme-example.ts';

it('has an example in the README that runs and says what it prints', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('./readme-example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(example.replaceAll('export const', 'const').trim());
  expect(good).toEqual([
    {
      data: { source: { channel: 'paid_search' } },
      id: 'leads/42/lead.captured',
      source: 'csv/acme',
      specversion: '1.0',
      subject: 'lead/42',
      time: '2025-10-25T22:00:00Z',
      type: 'lead.captured',
    },
  ]);
  expect(bad).toEqual(['leads.csv:3 day bad-time']);
});
