import { html } from 'lit';
import { expect, test } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { fakeClient } from '../../test/fake-client.ts';
import { mount, part, parts, settled, textOf, until } from '../../test/mount.ts';

const page = html`<st-metric metric="lead_to_win_rate"></st-metric>`;

test('is accessible in light and dark', async () => {
  const { main } = mount(page);
  await settled(main, 'st-metric');
  await expectAccessible(main);
});

test('a rate is never naked', async () => {
  const metric = await settled(mount(page).main, 'st-metric');
  expect(textOf(part(metric, '.number'))).toBe('10.5 %');
  expect(textOf(part(metric, '.spread'))).toBe('9.9–11.2 % target 12.0 %');
  expect(textOf(part(metric, '.caption'))).toBe('842 of 8,000 leads');
  expect(textOf(part(metric, '.clause'))).toBe('windows.lead_to_win');
  expect(textOf(part(metric, '.projected'))).toContain('12.0 %');
  expect(part(metric, '.range').classList).toContain('young');
});

test('at 120 px its clause breaks at the dot, not within a word', async () => {
  const { main } = mount(page);
  main.style.width = '120px';
  const clause = part(await settled(main, 'st-metric'), '.clause');
  const range = document.createRange();
  range.selectNodeContents(clause);
  const lines = new Map<number, string>();
  for (const letters of clause.childNodes)
    for (let at = 0; at < (letters.textContent ?? '').length && letters.nodeType === Node.TEXT_NODE; at++) {
      range.setStart(letters, at);
      range.setEnd(letters, at + 1);
      const top = Math.round(range.getBoundingClientRect().top);
      lines.set(top, (lines.get(top) ?? '') + range.toString());
    }
  expect([...lines.values()]).toEqual(['windows.', 'lead_to_win']);
});

test('a mature cohort is drawn solid', async () => {
  const { main, source } = mount(page);
  source.store.setView({ to: '2018-03-31' });
  const metric = await settled(main, 'st-metric');
  expect(parts(metric, '.projected, .young')).toEqual([]);
});

test('nothing divided by nothing is an em dash with the reason, and can be opened', async () => {
  const metric = await settled(mount(page, fakeClient([])).main, 'st-metric');
  expect(part(metric, '.number [aria-hidden]').textContent).toBe('—');
  expect(part(metric, '.number').getAttribute('aria-label')).toMatch(/^No value, Lead to win rate/);
  expect(textOf(part(metric, '.caption'))).toBe('No lead in this view to take it from.');
});

test('another metric is asked for when the attribute changes', async () => {
  const { main } = mount(page);
  const metric = await settled(main, 'st-metric');
  metric.metric = 'won';
  await until(() => textOf(part(metric, '.number')) === '842', 'the number of deals');
  expect(textOf(part(metric, '.label'))).toBe('Won');
});

test('an error stands in one line, with what to do', async () => {
  const client = fakeClient();
  client.behaviour = 'fails';
  const { main } = mount(page, client);
  const metric = await settled(main, 'st-metric', 'error');
  expect(textOf(part(metric, '.notice-line'))).toContain('Check that the server runs');
  client.behaviour = 'answers';
  part(metric, 'button').click();
  await settled(main, 'st-metric');
});

test('the theme attribute wins over the preference of the reader', async () => {
  const { main } = mount(html`<st-metric metric="won" theme="dark"></st-metric>`);
  const metric = await settled(main, 'st-metric');
  expect(getComputedStyle(part(metric, '.number')).color).toBe('rgb(236, 237, 238)');
});

test('a page sets its own colours on any ancestor', async () => {
  const { main } = mount(page);
  main.style.setProperty('--st-ink', 'rgb(10, 20, 30)');
  const metric = await settled(main, 'st-metric');
  expect(getComputedStyle(part(metric, '.number')).color).toBe('rgb(10, 20, 30)');
});
