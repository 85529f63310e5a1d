import { expect, it } from 'vitest';
import { definitions, funnelRows, reportOf } from '../test-support/report-fixture.ts';
import { reportMarkdown } from './report-markdown.ts';
import { reportView } from './report-view.ts';

it('is a table whose cells cannot break out of it', () => {
  const rows = funnelRows({ owner: 'kim | <b>*lee*\nx' }, 10, 1, [0.02, 0.4]);
  const [head, rule, body] = reportMarkdown(reportView(reportOf(rows), definitions, ['owner'])).split('\n');
  expect(head).toBe('| Owner | Captured | Won | Lead to win |');
  expect(rule).toBe('| --- | ---: | ---: | ---: |');
  expect(body).toBe('| kim \\| \\<b\\>\\*lee\\* x | 10 | 1 | 10.0 % (2.0 to 40.0) |');
});
