import { expect, test } from 'vitest';
import { isScriptLink } from './link.ts';

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' \t javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'vbscript:msgbox',
  'data:text/html,<script>',
])('%j runs as code', (text) => {
  expect(isScriptLink(text)).toBe(true);
});

test.each([
  'https://acme.example/javascript:',
  '/javascript',
  'javascript',
  'database',
  'data',
  '88740e65d5d6b056e0cda098e1ea6313',
  '',
  'jobs:open',
])('%j does not', (text) => {
  expect(isScriptLink(text)).toBe(false);
});

test('takes linear time for text made to stop it', () => {
  const start = performance.now();
  expect(isScriptLink(' '.repeat(100_000))).toBe(false);
  expect(isScriptLink(`j${'\t'.repeat(100_000)}`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});
