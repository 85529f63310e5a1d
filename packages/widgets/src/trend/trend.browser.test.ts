import type { LeadRow } from '@sameteam/api/client';
import { html } from 'lit';
import { expect, test, vi } from 'vitest';
import { commands, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { fakeClient } from '../../test/fake-client.ts';
import { fakeLeads } from '../../test/fake-leads.ts';
import { mount, part, parts, settled, textOf, until } from '../../test/mount.ts';
import type { StTrend } from './trend.ts';

const page = html`<st-trend metric="lead_to_win_rate" grain="month"></st-trend>`;

/** How many pixels of the drawing have a colour. */
function inked(trend: StTrend, [red, green, blue]: readonly [number, number, number]): number {
  const canvas = part<HTMLCanvasElement>(trend, 'canvas');
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  let count = 0;
  for (let at = 0; at < data.length; at += 4)
    if (data[at] === red && data[at + 1] === green && data[at + 2] === blue && data[at + 3] === 255) count++;
  return count;
}

const lightData = [45, 90, 155] as const;
const darkData = [134, 173, 232] as const;
const lightSignal = [176, 69, 13] as const;

test('is accessible in light and dark, as a chart and as a table', async () => {
  const { main } = mount(page);
  const trend = await settled(main, 'st-trend');
  await expectAccessible(main);
  parts(trend, '.switch button')[1]?.click();
  await trend.updateComplete;
  await expectAccessible(main);
});

test('draws points, and the target', async () => {
  const trend = await settled(mount(page).main, 'st-trend');
  await until(() => inked(trend, lightData) > 200, 'the points');
  expect(inked(trend, lightSignal)).toBeGreaterThan(100);
});

test('is redrawn when the colours of the page change', async () => {
  const { main } = mount(page);
  const trend = await settled(main, 'st-trend');
  await until(() => inked(trend, lightData) > 200, 'the light drawing');
  await commands.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await until(() => inked(trend, darkData) > 200, 'the dark drawing');
  expect(inked(trend, lightData)).toBe(0);
});

/** The texts of the last drawing, with the places that they were drawn at. */
function drawnTexts() {
  const drawn: { text: string; x: number; y: number }[] = [];
  vi.spyOn(CanvasRenderingContext2D.prototype, 'clearRect').mockImplementation(() => {
    drawn.length = 0;
  });
  vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText').mockImplementation((text, x, y) => {
    drawn.push({ text, x, y });
  });
  return { drawn, labels: () => drawn.map(({ text }) => text).filter((text) => /^[A-Z][a-z]{2}$|^20\d\d$/.test(text)) };
}

test('its axis has the labels that its width has room for, also after a resize', async () => {
  const { labels } = drawnTexts();
  try {
    const { main } = mount(page);
    main.style.width = '320px';
    await settled(main, 'st-trend');
    const narrow = ['Jun', '2017', 'Sep', 'Nov', 'Jan', '2018', 'Mar', 'May'];
    await until(() => labels().join() === narrow.join(), `the labels of a narrow chart; they are ${labels()}`);
    main.style.width = '900px';
    const all = ['Jun', '2017', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', '2018', 'Feb', 'Mar', 'Apr', 'May'];
    await until(() => labels().join() === all.join(), `the labels of a wide chart; they are ${labels()}`);
    main.style.width = '320px';
    await until(() => labels().join() === narrow.join(), `the labels of a narrow chart; they are ${labels()}`);
  } finally {
    vi.restoreAllMocks();
  }
});

test('its table is read out beside the drawing, and takes no focus there', async () => {
  const trend = await settled(mount(page).main, 'st-trend');
  expect(part(trend, 'canvas').getAttribute('aria-label')).toContain('Lead to win rate: 14.2');
  const rows = parts(trend, '.unseen tbody tr').map(textOf);
  expect(rows[0]).toContain('Jun 2017');
  expect(rows.at(-1)).toContain('10.0 %');
  expect(rows.at(-1)).toContain('young');
  expect(parts(trend, '.unseen button')).toEqual([]);
});

test('as a table, each number opens its leads', async () => {
  const { main, source } = mount(page);
  const trend = await settled(main, 'st-trend');
  parts(trend, '.switch button')[1]?.click();
  await trend.updateComplete;
  parts(trend, '.number').at(-1)?.click();
  const leads = source.shadowRoot?.querySelector('st-leads') as HTMLElement;
  await until(() => leads.shadowRoot?.querySelector('dialog')?.open, 'the dialog');
  expect(textOf(part(leads, '.context'))).toBe('Month: 2018-05');
  expect(textOf(part(leads, '.parts'))).toContain('1,303');
});

test('a click on the chart opens the period under the pointer', async () => {
  const { main, source } = mount(html`<st-trend metric="captured"></st-trend>`);
  const trend = await settled(main, 'st-trend');
  await until(() => inked(trend, lightData) > 200, 'the bars');
  const canvas = part(trend, 'canvas');
  await userEvent.click(canvas, { position: { x: canvas.offsetWidth - 20, y: canvas.offsetHeight - 60 } });
  const leads = source.shadowRoot?.querySelector('st-leads') as HTMLElement;
  await until(() => leads.shadowRoot?.querySelector('dialog')?.open, 'the dialog');
  expect(textOf(part(leads, '.value'))).toBe('1,303');
});

test('a bar of a period that is not over is hatched, and the key says so', async () => {
  const captured = html`<st-trend metric="captured"></st-trend>`;
  const over = await settled(mount(captured).main, 'st-trend');
  expect(parts(over, '.key')).toEqual([]);
  document.body.replaceChildren();
  const [first, ...others] = fakeLeads();
  const now = { ...first, stages: { captured: '2018-07-03T13:00:00Z' } } as LeadRow;
  const running = await settled(mount(captured, fakeClient([now, ...others])).main, 'st-trend');
  expect(textOf(part(running, '.key'))).toBe('month that is not over yet');
});

test('an empty log says so', async () => {
  await settled(mount(page, fakeClient([])).main, 'st-trend', 'empty');
});

test('loading keeps the place of the drawing', async () => {
  const client = fakeClient();
  client.behaviour = 'hangs';
  const loading = await settled(mount(page, client).main, 'st-trend', 'loading');
  const held = loading.offsetHeight;
  document.body.replaceChildren();
  const ready = await settled(mount(page).main, 'st-trend');
  expect(Math.abs(ready.offsetHeight - held)).toBeLessThan(70);
});
