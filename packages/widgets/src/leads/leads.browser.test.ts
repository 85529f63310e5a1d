import { html } from 'lit';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { type FakeClient, fakeClient } from '../../test/fake-client.ts';
import { fakeLeads } from '../../test/fake-leads.ts';
import { mount, part, parts, settled, textOf, until } from '../../test/mount.ts';
import type { StLeads } from './leads.ts';

async function openRate(client: FakeClient = fakeClient()) {
  const mounted = mount(html`<st-metric metric="won_within_90_days"></st-metric>`, client);
  const metric = await settled(mounted.main, 'st-metric');
  const number = part(metric, '.number');
  number.focus();
  await userEvent.keyboard('{Enter}');
  const leads = mounted.source.shadowRoot?.querySelector('st-leads') as StLeads;
  await until(() => leads.shadowRoot?.querySelector('dialog')?.open, 'the dialog');
  return { ...mounted, metric, number, leads };
}

test('is accessible in light and dark, with leads and with a history', async () => {
  const { leads, main } = await openRate();
  await until(() => parts(leads, 'tbody tr').length > 0, 'the leads');
  await expectAccessible(main);
  parts(leads, '[data-lead]')[1]?.click();
  await until(() => parts(leads, '.history li').length > 0, 'the history');
  await expectAccessible(main);
});

test('shows the definition, and the leads of each part', async () => {
  const { leads } = await openRate();
  expect(textOf(part(leads, 'h2'))).toBe('Won within 90 days');
  const facts = Object.fromEntries(
    parts(leads, '.facts > div').map((fact) => [textOf(fact.querySelector('dt')), textOf(fact.querySelector('dd'))]),
  );
  expect(facts.Clause).toBe('windows.lead_to_win');
  expect(facts['Left out']).toMatch(/^1, for an impossible order/);
  expect(facts.Maturity).toContain('Young');
  await until(() => parts(leads, 'tbody tr').length === 50, 'the first page');
  const [above, below, out] = parts(leads, '.parts button');
  expect(above?.getAttribute('aria-pressed')).toBe('true');
  below?.click();
  await until(() => textOf(part(leads, '.more')) === '50 of 7,999 shown', 'those below the line');
  out?.click();
  await until(() => parts(leads, 'tbody tr').length === 1, 'the one left out');
  expect(textOf(part(leads, 'tbody tr'))).toContain('impossible order of events');
});

test('says what the clause says, and by which version the number is judged', async () => {
  const { leads, client, main } = await openRate();
  const factsOf = () =>
    Object.fromEntries(
      parts(leads, '.facts > div').map((fact) => [textOf(fact.querySelector('dt')), textOf(fact.querySelector('dd'))]),
    );
  await until(() => factsOf()['It says'] !== undefined, 'the explanation');
  expect(factsOf()).toMatchObject({
    'It says': 'A lead has 90 days.',
    'Judged by': 'Olist sellers, version 3, a draft',
    Maturity: expect.stringContaining('Young. Not all of it has had the 90 days.'),
    Binding: expect.stringMatching(/^No:/),
  });
  const asked = client.calls.find(({ method }) => method === 'explain')?.argument;
  expect(asked).toMatchObject({ metric: 'won_within_90_days', report: { asOf: expect.any(String) }, dimensions: {} });
  await expectAccessible(main);
});

test('keeps the definition where no explanation can be had', async () => {
  const client = fakeClient();
  client.explain = () => Promise.reject(new Error('The engine is gone.'));
  const { leads } = await openRate(client);
  await until(() => parts(leads, 'tbody tr').length === 50, 'the leads');
  const terms = parts(leads, '.facts dt').map((term) => textOf(term));
  expect(terms).toEqual(expect.arrayContaining(['Formula', 'Maturity', 'Clause']));
  expect(terms).not.toContain('It says');
  expect(parts(leads, '.notice.error')).toEqual([]);
});

test('shows more leads page by page', async () => {
  const { leads, client } = await openRate();
  await until(() => parts(leads, 'tbody tr').length === 50, 'the first page');
  parts(leads, '.action').at(-1)?.click();
  await until(() => parts(leads, 'tbody tr').length === 100, 'the second page');
  const pages = client.calls
    .filter(({ method }) => method === 'leads')
    .map(({ argument }) => (argument as { page: object }).page);
  expect(pages).toEqual([{ limit: 50 }, { limit: 50, after: '50' }]);
  expect(new Set(parts(leads, '[data-lead]').map((row) => row.dataset.lead)).size).toBe(100);
});

test('by keyboard: into a lead, back to it, out, and back to the number', async () => {
  const { leads, metric, number } = await openRate();
  await until(() => parts(leads, 'tbody tr').length > 0, 'the leads');
  const lead = parts(leads, '[data-lead]')[2];
  lead?.focus();
  await userEvent.keyboard('{Enter}');
  await until(() => parts(leads, '.history li').length > 0, 'the history');
  expect(leads.shadowRoot?.activeElement).toBe(part(leads, '.lead-title'));
  expect(textOf(part(leads, '.history li'))).toContain('Lead captured');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
  await until(() => parts(leads, '[data-lead]').length > 0, 'the leads again');
  await until(
    () => leads.shadowRoot?.activeElement?.getAttribute('data-lead') === lead?.dataset.lead,
    'the focus on the lead',
  );
  await userEvent.keyboard('{Escape}');
  await until(() => !leads.shadowRoot?.querySelector('dialog')?.open, 'the end of the dialog');
  expect(metric.shadowRoot?.activeElement).toBe(number);
});

test('a history tells what became of the opportunity, and names it', async () => {
  const { leads } = await openRate();
  await until(() => parts(leads, 'tbody tr').length > 0, 'the leads');
  const lead = parts(leads, '[data-lead]')[0];
  const id = lead?.dataset.lead ?? '';
  lead?.click();
  await until(() => parts(leads, '.history li').length > 0, 'the history');
  const told = parts(leads, '.history .event').map((event) => [
    textOf(event.querySelector('b')),
    textOf(event.querySelector('.subject')),
  ]);
  expect(told[0]).toEqual(['Lead captured', '']);
  expect(told.at(-1)).toEqual(['Opportunity won', id.replace('lead/', 'opportunity/')]);
});

test('the focus starts on the heading and stays in the dialog', async () => {
  const { leads } = await openRate();
  expect(leads.shadowRoot?.activeElement).toBe(part(leads, 'h2'));
  for (let step = 0; step < 4; step++) await userEvent.keyboard('{Tab}');
  expect(part(leads, 'dialog').contains(leads.shadowRoot?.activeElement ?? null)).toBe(true);
});

test('a click beside the dialog closes it', async () => {
  const { leads } = await openRate();
  part(leads, 'dialog').click();
  await until(() => !leads.shadowRoot?.querySelector('dialog')?.open, 'the end of the dialog');
});

test('a failure to find the leads leaves the definition, and can be repeated', async () => {
  const client = fakeClient();
  const find = client.leads;
  client.leads = () => Promise.reject(new Error('The engine is gone.'));
  const { leads } = await openRate(client);
  await until(() => parts(leads, '.notice.error').length > 0, 'the message');
  expect(textOf(part(leads, '.notice'))).toContain('The engine is gone.');
  expect(parts(leads, '.facts > div').length).toBeGreaterThan(3);
  client.leads = find;
  part(leads, '.notice button').click();
  await until(() => parts(leads, 'tbody tr').length === 50, 'the leads');
});

/** Ids as Salesforce, Olist and others make them: 32 letters and digits without a place to break. */
function withLongIds(): FakeClient {
  const hex = (at: number) => (at * 2_654_435_761).toString(16).padStart(16, '0').slice(-16);
  return fakeClient(fakeLeads().map((lead, at) => ({ ...lead, lead: `lead/${hex(at + 1)}${hex(at + 7919)}` })));
}

/** The lines that a text is written on. */
function linesOf(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}

test.each([320, 390, 700, 1280])('reads well at %i px with ids of 32 characters', async (width) => {
  await page.viewport(width, 800);
  try {
    const { leads, main } = await openRate(withLongIds());
    await until(() => parts(leads, 'tbody tr').length > 0, 'the leads');
    const dialog = part(leads, 'dialog');
    const edge = part(leads, '.number-body').getBoundingClientRect().right;
    expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
    for (const row of parts(leads, 'tbody tr').slice(0, 10)) {
      for (const cell of row.children) {
        expect(cell.getBoundingClientRect().right).toBeLessThanOrEqual(edge + 0.5);
        expect(cell.scrollWidth).toBeLessThanOrEqual(cell.clientWidth);
      }
      expect(textOf(row.querySelector('.lead'))).toHaveLength(32);
      expect(linesOf(row.querySelector('.lead') as Element)).toBeLessThanOrEqual(2);
      for (const instant of row.querySelectorAll('.instant')) expect(linesOf(instant)).toBe(1);
      expect(row.getBoundingClientRect().height).toBeLessThan(120);
    }
    for (const head of parts(leads, 'thead th')) expect(linesOf(head)).toBe(1);
    expect(parts(leads, 'tbody tr')[0]?.getBoundingClientRect().height).toBeGreaterThan(24);
    await expectAccessible(main);
  } finally {
    await page.viewport(1280, 900);
  }
});
