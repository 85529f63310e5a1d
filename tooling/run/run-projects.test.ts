import { expect, it } from 'vitest';
import { runProjects } from './run-projects.mjs';
import { check } from './tally.mjs';

async function ran(browser: string | null) {
  const order: string[] = [];
  const tallies = await runProjects({
    env: { PATH: '/bin' },
    findBrowser: async () => {
      order.push('find');
      return browser;
    },
    runTests: async (project, env) => {
      order.push(`${project} ${env.PATH} ${env.SAMETEAM_CHROMIUM}`);
      return check(true);
    },
  });
  return { order, tallies };
}

it('finds the browser before any test, and gives it to both projects', async () => {
  const { order, tallies } = await ran('/opt/chromium');
  expect(order).toEqual(['find', 'node /bin /opt/chromium', 'browser /bin /opt/chromium']);
  expect(tallies).toEqual([check(true), check(true)]);
});

it('runs the tests of Node where no browser can be had', async () => {
  const { order, tallies } = await ran(null);
  expect(order).toEqual(['find', 'node /bin undefined']);
  expect(tallies).toEqual([check(true)]);
});
