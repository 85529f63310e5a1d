import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { fakeClient } from '../../test/fake-client.ts';
import { mount, part, parts, settled, textOf, until } from '../../test/mount.ts';

const page = html`<st-funnel></st-funnel>`;

test('is accessible in light and dark', async () => {
  const { main } = mount(page);
  await settled(main, 'st-funnel');
  await expectAccessible(main);
});

describe('ready', () => {
  test('states the finding, and shows each stage in a table', async () => {
    const funnel = await settled(mount(page).main, 'st-funnel');
    expect(textOf(part(funnel, '.title'))).toBe(
      '10.5 % of 8,000 leads were won so far; most of the others have not become an MQL',
    );
    const rows = parts(funnel, 'tbody tr').map((row) => [...row.querySelectorAll('.number')].map(textOf));
    expect(rows[0]).toEqual(['8,000']);
    expect(rows.at(-1)?.[0]).toBe('842');
    expect(rows.at(-1)?.[2]).toBe('10.5 %');
    expect(textOf(part(funnel, 'tr[data-stage=won] .interval'))).toBe('9.9–11.2 %');
  });

  test('bars are as long as their counts', async () => {
    const funnel = await settled(mount(page).main, 'st-funnel');
    const wide = (stage: string) => part(funnel, `tr[data-stage=${stage}] .bar-own`).offsetWidth;
    expect(wide('won') / wide('captured')).toBeCloseTo(842 / 8000, 1);
    expect(part(funnel, 'tr[data-stage=won] .bar').offsetWidth).toBe(
      part(funnel, 'tr[data-stage=mql] .bar').offsetWidth,
    );
  });

  test('implied stages are drawn as an outline and counted', async () => {
    const funnel = await settled(mount(page).main, 'st-funnel');
    expect(textOf(part(funnel, 'tr[data-stage=mql] .implied'))).toMatch(/^\d+ implied$/);
    const outline = part(funnel, 'tr[data-stage=mql] .bar-implied');
    expect(getComputedStyle(outline).borderTopWidth).not.toBe('0px');
    expect(part(funnel, 'tr[data-stage=won] .bar-implied').offsetWidth).toBe(0);
  });

  test('young cohorts are drawn hollow, with where they stand when all have had their time', async () => {
    const funnel = await settled(mount(page).main, 'st-funnel');
    const row = part(funnel, 'tr[data-stage=won]');
    expect(row.querySelector('.range.young .range-projected')).not.toBeNull();
    expect(textOf(row.querySelector('td.whole .projected'))).toContain('expected');
    expect(textOf(part(funnel, '.key'))).toContain('young cohort → expected when all have had their time');
  });

  test('the agreed target is drawn on its rate', async () => {
    const funnel = await settled(mount(page).main, 'st-funnel');
    expect(parts(funnel, 'tr[data-stage=mql] .range-target')).toHaveLength(1);
    expect(parts(funnel, 'tr[data-stage=won] .range-target')).toHaveLength(0);
  });

  test('keeps its table at 320 px without scrolling sideways', async () => {
    const { main } = mount(page);
    main.style.width = '320px';
    const funnel = await settled(main, 'st-funnel');
    expect(part(funnel, 'section').scrollWidth).toBeLessThanOrEqual(320);
    expect(parts(funnel, 'table tr')).toHaveLength(8);
  });
});

test('a number opens its definition by keyboard, and takes the focus back', async () => {
  const { main, source } = mount(page);
  const funnel = await settled(main, 'st-funnel');
  const number = part(funnel, 'tr[data-stage=won] td.leads .number');
  number.focus();
  await userEvent.keyboard('{Enter}');
  const leads = source.shadowRoot?.querySelector('st-leads') as HTMLElement;
  await until(() => leads.shadowRoot?.querySelector('dialog')?.open, 'the dialog');
  expect(textOf(part(leads, '.value'))).toBe('842');
  await userEvent.keyboard('{Escape}');
  await until(() => !leads.shadowRoot?.querySelector('dialog')?.open, 'the dialog to close');
  expect(funnel.shadowRoot?.activeElement).toBe(number);
});

describe('other states', () => {
  test('loading keeps the place of the table', async () => {
    const client = fakeClient();
    client.behaviour = 'hangs';
    const loading = await settled(mount(page, client).main, 'st-funnel', 'loading');
    const held = loading.offsetHeight;
    expect(part(loading, 'section').getAttribute('aria-busy')).toBe('true');
    document.body.replaceChildren();
    const ready = await settled(mount(page).main, 'st-funnel');
    expect(Math.abs(ready.offsetHeight - held)).toBeLessThan(40);
  });

  test('an empty log says how to fill it', async () => {
    const { main } = mount(page, fakeClient([]));
    const funnel = await settled(main, 'st-funnel', 'empty');
    expect(textOf(part(funnel, '.notice'))).toContain('npx sameteam import');
    await expectAccessible(main);
  });

  test('an empty view offers to show all', async () => {
    const { main, source } = mount(page);
    await settled(main, 'st-funnel');
    source.store.setView({ from: '2001-01-01', to: '2001-12-31' });
    const funnel = await settled(main, 'st-funnel', 'empty');
    part(funnel, '.notice button').click();
    await settled(main, 'st-funnel');
    expect(source.store.view.from).toBeNull();
  });

  test('an error says what to do, and asks again', async () => {
    const client = fakeClient();
    client.behaviour = 'fails';
    const { main } = mount(page, client);
    const funnel = await settled(main, 'st-funnel', 'error');
    expect(textOf(part(funnel, '.notice'))).toContain('Check that the server runs');
    await expectAccessible(main);
    client.behaviour = 'answers';
    part(funnel, '.notice button').click();
    await settled(main, 'st-funnel');
  });

  test('data that could not be refreshed stays, marked as such', async () => {
    const { main, source, client } = mount(page);
    await settled(main, 'st-funnel');
    client.behaviour = 'fails';
    source.refresh();
    const funnel = await settled(main, 'st-funnel', 'stale');
    await until(() => textOf(funnel).includes('Not up to date'), 'the mark');
    expect(textOf(part(funnel, 'tr[data-stage=won] .number'))).toBe('842');
    await expectAccessible(main);
    client.behaviour = 'answers';
    part(funnel, '.stale-mark button').click();
    await settled(main, 'st-funnel');
    expect(textOf(funnel)).not.toContain('Not up to date');
  });
});

test.each([660, 700, 900, 1200])('keeps its columns apart at %i px', async (width) => {
  const { main } = mount(page);
  main.style.width = `${width}px`;
  const funnel = await settled(main, 'st-funnel');
  for (const row of parts(funnel, 'tbody tr').slice(1)) {
    const drawing = row.querySelector('.step .range')?.getBoundingClientRect();
    const texts = [...row.querySelectorAll('.whole .number, .whole .interval, .whole .projected')];
    const left = Math.min(...texts.map((text) => text.getBoundingClientRect().left));
    expect(left).toBeGreaterThan(drawing?.right ?? Number.POSITIVE_INFINITY);
  }
});
