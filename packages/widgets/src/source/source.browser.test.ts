import { html, render } from 'lit';
import { expect, test } from 'vitest';
import { fakeClient } from '../../test/fake-client.ts';
import { mount, part, settled, textOf, until } from '../../test/mount.ts';
import type { StSource } from './source.ts';

test('a page of many elements asks few questions', async () => {
  const { main, client } = mount(html`
    <st-metric metric="captured"></st-metric>
    <st-metric metric="won" class="second"></st-metric>
    <st-breakdown></st-breakdown>
  `);
  await settled(main, 'st-metric');
  await settled(main, 'st-breakdown');
  const reports = client.calls.filter(({ method }) => method === 'report').map(({ argument }) => argument);
  expect(reports).toEqual([
    { metrics: ['captured', 'won', 'lead_to_win_rate'] },
    { metrics: ['captured', 'won', 'lead_to_win_rate'], by: ['source.channel'], top: 200 },
  ]);
  expect(client.calls.filter(({ method }) => method === 'metrics')).toHaveLength(1);
});

test('one wrong metric does not take the others down', async () => {
  const { main } = mount(html`<st-metric metric="captured"></st-metric><st-trend metric="no_such"></st-trend>`);
  expect(textOf(part(await settled(main, 'st-metric'), '.number'))).toBe('8,000');
  expect(textOf(part(await settled(main, 'st-trend', 'error'), '.notice'))).toContain('there is no such metric');
});

test('an equal question is not asked twice', async () => {
  const { main, source, client } = mount(html`<st-metric metric="won"></st-metric>`);
  await settled(main, 'st-metric');
  const asked = () => client.calls.filter(({ method }) => method === 'report').length;
  const number = () => textOf(part(main.querySelector('st-metric') as Element, '.number'));
  source.store.setView({ from: '2018-05-01' });
  await until(() => number() === '130', 'the number of May');
  expect(asked()).toBe(2);
  source.store.setView({ from: null });
  await until(() => number() === '842', 'the number of all');
  expect(asked()).toBe(2);
});

test('an element elsewhere names its source by id', async () => {
  const main = document.createElement('main');
  document.body.append(main);
  render(
    html`<st-metric source="#sales" metric="won"></st-metric><st-source id="sales" .client=${fakeClient()}></st-source>`,
    main,
  );
  expect(textOf(part(await settled(main, 'st-metric'), '.number'))).toBe('842');
});

test('without a source an element says what it needs, and finds one that comes later', async () => {
  const main = document.createElement('main');
  document.body.append(main);
  render(html`<st-source><st-funnel></st-funnel></st-source>`, main);
  const funnel = await settled(main, 'st-funnel', 'unsourced');
  expect(textOf(part(funnel, '.notice'))).toContain('st-source');
  (main.querySelector('st-source') as StSource).client = fakeClient();
  await settled(main, 'st-funnel');
});

test('its attributes are the view, and change with them', async () => {
  const main = document.createElement('main');
  document.body.append(main);
  render(
    html`<st-source from="2018-01-01" to="2018-03-31" .client=${fakeClient()}><st-metric metric="captured"></st-metric></st-source>`,
    main,
  );
  const metric = await settled(main, 'st-metric');
  expect(textOf(part(metric, '.number'))).toBe('3,343');
  main.querySelector('st-source')?.setAttribute('to', '2018-02-28');
  await until(() => textOf(part(metric, '.number')) === '2,169', 'the number of two months');
});

test('another client answers from then on', async () => {
  const { main, source } = mount(html`<st-metric metric="captured"></st-metric>`);
  const metric = await settled(main, 'st-metric');
  source.client = fakeClient([]);
  await until(() => textOf(part(metric, '.number')) === '0', 'the number of the other client');
});

test('an element that moves keeps what it shows', async () => {
  const { main, source } = mount(html`<st-metric metric="captured"></st-metric>`);
  const metric = await settled(main, 'st-metric');
  source.append(metric);
  await metric.updateComplete;
  expect(textOf(part(metric, '.number'))).toBe('8,000');
  await settled(main, 'st-metric');
});

test('numbers are written in the language of the page', async () => {
  const { main } = mount(html`<div lang="de"><st-metric metric="lead_to_win_rate"></st-metric></div>`);
  expect(textOf(part(await settled(main, 'st-metric'), '.number'))).toBe('10,5 %');
});
