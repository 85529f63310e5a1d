import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { fakeClient } from '../../test/fake-client.ts';
import { mount, part, parts, settled, textOf, until } from '../../test/mount.ts';
import type { StFilters } from './filters.ts';

const page = html`<st-filters dimensions="source.channel,current.owner,source.landingPage"></st-filters>
  <st-metric metric="captured"></st-metric>`;

async function openMenu(filters: StFilters, name: string): Promise<HTMLElement> {
  parts(filters, '.menu')
    .find((button) => textOf(button).startsWith(name))
    ?.focus();
  await userEvent.keyboard('{Enter}');
  const box = parts(filters, '[popover]').find((candidate) => candidate.matches(':popover-open'));
  if (box === undefined) throw new Error(`The menu ${name} did not open.`);
  return box;
}

const option = (box: HTMLElement, label: string) =>
  [...box.querySelectorAll('label')].find((candidate) => textOf(candidate).startsWith(label))?.querySelector('input');

test('is accessible in light and dark, closed and open', async () => {
  const { main } = mount(page);
  const filters = await settled(main, 'st-filters');
  await expectAccessible(main);
  await openMenu(filters, 'Channel');
  await expectAccessible(main);
});

test('offers the dimensions that have values, with their leads', async () => {
  const filters = await settled(mount(page).main, 'st-filters');
  expect(parts(filters, '.menu').map(textOf)).toEqual(['Captured All time', 'Channel all', 'Current owner all']);
  const box = await openMenu(filters, 'Channel');
  const options = [...box.querySelectorAll('.option')].map(textOf);
  expect(options[0]).toBe('organic search 2,296');
  expect(options.at(-1)).toBe('(no value) 60');
  expect(textOf(part(filters, '.count'))).toBe('8,000 leads');
});

test('tells no leads for what each number reads at its own event', async () => {
  const filters = await settled(mount(html`<st-filters dimensions="owner"></st-filters>`).main, 'st-filters');
  const box = await openMenu(filters, 'Owner');
  expect(textOf(box.querySelector('legend'))).toBe('Owner at the event by which each number is placed in time');
  expect(box.querySelectorAll('.option')).toHaveLength(5);
  expect(box.querySelectorAll('.leads')).toHaveLength(0);
});

describe('choosing by keyboard', () => {
  test('a value narrows the page and stands in its address', async () => {
    const { main } = mount(page);
    const filters = await settled(main, 'st-filters');
    const metric = await settled(main, 'st-metric');
    const box = await openMenu(filters, 'Channel');
    option(box, 'paid search')?.focus();
    await userEvent.keyboard(' ');
    await until(() => textOf(part(metric, '.number')) === '1,586', 'the filtered number');
    expect(location.search).toBe('?source.channel=paid_search');
    await until(() => textOf(part(filters, '.count')) === '1,586 of 8,000 leads', 'the count');
    expect(textOf(parts(filters, '.menu')[1])).toBe('Channel paid search');
  });

  test('escape closes the menu and gives the focus back', async () => {
    const filters = await settled(mount(page).main, 'st-filters');
    const box = await openMenu(filters, 'Channel');
    await userEvent.keyboard('{Tab}{Escape}');
    expect(box.matches(':popover-open')).toBe(false);
    await until(() => textOf(filters.shadowRoot?.activeElement).includes('Channel'), 'the focus on the button');
  });

  test('the missing value is chosen apart from unknown', async () => {
    const { main } = mount(page);
    const filters = await settled(main, 'st-filters');
    const metric = await settled(main, 'st-metric');
    const box = await openMenu(filters, 'Channel');
    option(box, '(no value)')?.click();
    await until(() => textOf(part(metric, '.number')) === '60', 'the filtered number');
    expect(location.search).toBe('?source.channel=');
  });

  test('a period is chosen from those of the log, or by its days', async () => {
    const { main } = mount(page);
    const filters = await settled(main, 'st-filters');
    const metric = await settled(main, 'st-metric');
    const box = await openMenu(filters, 'Captured');
    option(box, '2017')?.click();
    await until(() => textOf(part(metric, '.number')) === '2,002', 'the number of 2017');
    const to = box.querySelectorAll<HTMLInputElement>('input[type=date]')[1] as HTMLInputElement;
    to.value = '2017-07-31';
    to.dispatchEvent(new Event('change'));
    await until(() => textOf(part(metric, '.number')) === '243', 'the number of two months');
    expect(location.search).toBe('?from=2017-01-01&to=2017-07-31');
  });

  test('all is shown again', async () => {
    const { main, source } = mount(page);
    source.store.setView({ from: '2018-01-01', filters: [{ dimension: 'source.channel', in: ['email'] }] });
    const filters = await settled(main, 'st-filters');
    const all = parts(filters, '.bar-of-filters > .link')[0];
    all?.click();
    await until(() => location.search === '', 'the address');
    expect(source.store.view).toMatchObject({ from: null, filters: [] });
  });
});

test('an address that was shared opens the same view, and keeps what is not ours', async () => {
  history.replaceState(null, '', '?tab=2&source.channel=email&from=2018-01-01&to=2018-12-31');
  const { main, source, client } = mount(page);
  await settled(main, 'st-filters');
  await settled(main, 'st-metric');
  expect(source.store.view).toMatchObject({
    from: '2018-01-01',
    filters: [{ dimension: 'source.channel', in: ['email'] }],
  });
  expect(location.search).toBe('?tab=2&from=2018-01-01&to=2018-12-31&source.channel=email');
  const views = client.calls.filter(({ method }) => method === 'report').map(({ argument }) => argument);
  expect(views.every((view) => (view as { from?: string }).from === '2018-01-01')).toBe(true);
});

describe('a filter that has no menu', () => {
  const content = html`<st-filters dimensions="source.channel,source.landingPage"></st-filters>
    <st-metric metric="captured"></st-metric>
    <st-breakdown by="current.owner"></st-breakdown>`;

  test('stands in the bar and in the address, and opens from there again', async () => {
    const { main } = mount(content);
    const filters = await settled(main, 'st-filters');
    const breakdown = await settled(main, 'st-breakdown');
    part(breakdown, 'tr[data-value="rep/ana"] .pick').click();
    await until(() => location.search === '?current.owner=rep%2Fana', 'the address');
    await until(() => parts(filters, '.chip').length === 1, 'the filter');
    expect(textOf(part(filters, '.chip'))).toBe('Current owner rep/ana Remove this filter');
    await expectAccessible(main);
    const metric = await settled(main, 'st-metric');
    const shown = textOf(part(metric, '.number'));

    document.body.replaceChildren();
    const again = mount(content);
    const reopened = await settled(again.main, 'st-metric');
    expect(again.source.store.view.filters).toEqual([{ dimension: 'current.owner', in: ['rep/ana'] }]);
    expect(textOf(part(reopened, '.number'))).toBe(shown);
  });

  test('is taken away by keyboard, and the focus stays in the bar', async () => {
    history.replaceState(null, '', '?tab=2&current.owner=rep%2Fana&current.owner=&source.landingPage=');
    const { main, source } = mount(content);
    const filters = await settled(main, 'st-filters');
    expect(parts(filters, '.chip').map(textOf)).toEqual([
      'Landing page (no value) Remove this filter',
      'Current owner rep/ana and (no value) Remove this filter',
    ]);
    parts(filters, '.chip')[1]?.focus();
    await userEvent.keyboard('{Enter}');
    await until(() => location.search === '?tab=2&source.landingPage=', 'the address');
    await until(() => parts(filters, '.chip').length === 1, 'the other filter');
    expect(source.store.view.filters).toEqual([{ dimension: 'source.landingPage', in: [null] }]);
    expect(textOf(filters.shadowRoot?.activeElement)).toContain('Captured');
  });

  test('is none where the name is no dimension, or is a period', async () => {
    history.replaceState(null, '', '?month=2018-05&color=red');
    const { main, source } = mount(content);
    const filters = await settled(main, 'st-filters');
    expect(source.store.view.filters).toEqual([]);
    expect(parts(filters, '.chip')).toEqual([]);
    expect(location.search).toBe('?month=2018-05&color=red');
  });
});

test('an address can be left alone', async () => {
  const { main, source } = mount(html`<st-filters address="off"></st-filters>`);
  await settled(main, 'st-filters');
  source.store.setView({ from: '2018-01-01' });
  await settled(main, 'st-filters');
  expect(location.search).toBe('');
});

test('a failure stands in one line', async () => {
  const client = fakeClient();
  client.behaviour = 'fails';
  const filters = await settled(mount(page, client).main, 'st-filters', 'error');
  expect(textOf(part(filters, '.notice-line'))).toContain('Try again');
});
