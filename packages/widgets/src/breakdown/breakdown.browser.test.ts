import type { LeadsRequest, ReportRow } from '@sameteam/api/client';
import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { fakeClient } from '../../test/fake-client.ts';
import { mount, part, parts, settled, textOf, until } from '../../test/mount.ts';

const page = html`<st-breakdown metrics="captured,won,lead_to_win_rate" by="source.channel"></st-breakdown>`;
const figures = (row: Element) => [
  textOf(row.querySelector('.pick')),
  ...[...row.querySelectorAll('.number')].map(textOf),
];

test('is accessible in light and dark', async () => {
  const { main } = mount(page);
  await settled(main, 'st-breakdown');
  await expectAccessible(main);
});

test('shows the figures of each value, those without one last and apart from unknown', async () => {
  const breakdown = await settled(mount(page).main, 'st-breakdown');
  const rows = parts(breakdown, 'tbody tr').map(figures);
  expect(rows[0]).toEqual(['organic search', '2,296', '271', '11.8 %']);
  expect(rows[1]).toEqual(['paid search', '1,586', '195', '12.3 %']);
  expect(rows[3]).toEqual(['unknown', '1,099', '179', '16.3 %']);
  expect(rows.at(-1)).toEqual(['(no value)', '60', '14', '23.3 %']);
  expect(parts(breakdown, 'tfoot .number').map(textOf)).toEqual(['8,000', '842', '10.5 %']);
});

test('folded values are a row that cannot be chosen, and opens its own leads', async () => {
  const client = fakeClient();
  const report = client.report;
  client.report = async (request) => {
    const answer = await report(request);
    if (request.top === undefined) return answer;
    const fold = ({ dimensions, folded }: ReportRow) =>
      dimensions['source.channel'] === 'other'
        ? { dimensions: { 'source.channel': '(other)' }, folded: { 'source.channel': 4900 } }
        : { dimensions, folded };
    return { ...answer, rows: answer.rows.map((row) => ({ ...row, ...fold(row) })) };
  };
  const { main, source } = mount(page, client);
  const breakdown = await settled(main, 'st-breakdown');
  const row = parts(breakdown, 'tbody tr').at(-2);
  expect(textOf(row?.querySelector('th'))).toBe('Other (4,900 values)');
  expect(row?.querySelector('.pick')).toBeNull();
  await expectAccessible(main);
  row?.querySelector<HTMLElement>('.number')?.click();
  await until(() => client.calls.some(({ method }) => method === 'leads'), 'the leads');
  const asked = client.calls.find(({ method }) => method === 'leads')?.argument as LeadsRequest;
  expect(asked.cell).toMatchObject({ dimensions: { 'source.channel': '(other)' }, folded: ['source.channel'] });
  const dialog = source.shadowRoot?.querySelector('st-leads') as HTMLElement;
  await until(() => textOf(part(dialog, '.context')).includes('Channel: other (4,900 values)'), 'its name');
});

describe('sorting', () => {
  test('by keyboard, and said to assistive technology', async () => {
    const breakdown = await settled(mount(page).main, 'st-breakdown');
    const heads = parts(breakdown, 'thead th');
    expect(heads.map((head) => head.getAttribute('aria-sort'))).toEqual(['none', 'descending', 'none', 'none']);
    heads[3]?.querySelector('button')?.focus();
    await userEvent.keyboard('{Enter}');
    await breakdown.updateComplete;
    expect(heads[3]?.getAttribute('aria-sort')).toBe('descending');
    expect(figures(part(breakdown, 'tbody tr'))[0]).toBe('unknown');
    await userEvent.keyboard(' ');
    await breakdown.updateComplete;
    expect(heads[3]?.getAttribute('aria-sort')).toBe('ascending');
    expect(figures(part(breakdown, 'tbody tr'))[0]).toBe('other');
    expect(textOf(parts(breakdown, 'tbody tr').at(-1))).toContain('(no value)');
  });

  test('by name starts with A', async () => {
    const breakdown = await settled(mount(page).main, 'st-breakdown');
    parts(breakdown, 'thead button')[0]?.click();
    await breakdown.updateComplete;
    expect(figures(part(breakdown, 'tbody tr'))[0]).toBe('direct traffic');
  });
});

test('a value filters the other elements, and the table keeps all of them', async () => {
  const { main, source } = mount(html`${page}<st-metric metric="captured"></st-metric>`);
  const breakdown = await settled(main, 'st-breakdown');
  const metric = await settled(main, 'st-metric');
  part(breakdown, 'tr[data-value=paid_search] .pick').focus();
  await userEvent.keyboard('{Enter}');
  await until(() => textOf(part(metric, '.number')) === '1,586', 'the filtered number');
  await settled(main, 'st-breakdown');
  expect(part(breakdown, 'tr[data-value=paid_search] .pick').getAttribute('aria-pressed')).toBe('true');
  expect(parts(breakdown, 'tbody tr')).toHaveLength(11);
  await expectAccessible(main);
  parts(breakdown, 'tbody tr .pick').at(-1)?.click();
  await until(() => textOf(part(metric, '.number')) === '1,646', 'those without a value too');
  expect(source.store.view.filters).toEqual([{ dimension: 'source.channel', in: ['paid_search', null] }]);
});

test('a number opens the leads of its row', async () => {
  const { main, source, client } = mount(page);
  const breakdown = await settled(main, 'st-breakdown');
  parts(breakdown, 'tbody tr').at(-1)?.querySelectorAll<HTMLElement>('.number')[1]?.click();
  const leads = source.shadowRoot?.querySelector('st-leads') as HTMLElement;
  await until(() => leads.shadowRoot?.querySelector('tbody tr'), 'the leads');
  expect(textOf(part(leads, '.context'))).toBe('Channel: (no value)');
  expect(parts(leads, 'tbody tr')).toHaveLength(14);
  expect(client.calls.find(({ method }) => method === 'leads')?.argument).toMatchObject({
    report: { asOf: '2018-07-15T12:00:00Z' },
    cell: { metric: 'won', dimensions: { 'source.channel': null }, part: 'numerator' },
  });
});

test('long tables show their first rows, and all on demand', async () => {
  const { main } = mount(html`<st-breakdown by="source.channel" limit="5"></st-breakdown>`);
  const breakdown = await settled(main, 'st-breakdown');
  expect(parts(breakdown, 'tbody tr')).toHaveLength(5);
  part(breakdown, '.below .link').click();
  await breakdown.updateComplete;
  expect(parts(breakdown, 'tbody tr')).toHaveLength(11);
});

test('fits into 320 px', async () => {
  const { main } = mount(page);
  main.style.width = '320px';
  const breakdown = await settled(main, 'st-breakdown');
  expect(part(breakdown, 'section').scrollWidth).toBeLessThanOrEqual(320);
  expect(getComputedStyle(part(breakdown, '.bar')).display).toBe('none');
});

test('an empty log and an error say what to do', async () => {
  await settled(mount(page, fakeClient([])).main, 'st-breakdown', 'empty');
  document.body.replaceChildren();
  const client = fakeClient();
  client.behaviour = 'fails';
  const failed = await settled(mount(page, client).main, 'st-breakdown', 'error');
  expect(textOf(part(failed, '.notice'))).toContain('Try again');
});
