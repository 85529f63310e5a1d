import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from '../page/support/axe-violations.ts';
import { isTooWide } from '../page/support/is-too-wide.ts';
import { isFocused, tabTo } from '../page/support/keyboard.ts';
import { openChromium } from '../page/support/open-chromium.ts';
import { screens } from '../page/support/open-page.ts';
import { shownText } from '../page/support/shown-text.ts';
import { takePictures } from '../page/support/take-pictures.ts';
import { type Listening, startListening } from './support/start-listening.ts';

let browser: Browser;
let listening: Listening;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  listening = await startListening();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await listening.close();
  expect(troubles.splice(0)).toEqual([]);
});

async function open(path: string, viewport: (typeof screens)[keyof typeof screens] = screens.wide): Promise<Page> {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce', locale: 'en-US' });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('console', (message) => troubles.push(`${message.type()}: ${message.text()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(listening.url) && !request.url().startsWith('data:')) troubles.push(request.url());
  });
  await page.goto(listening.url + path);
  return page;
}

const event = (id: string, changes: object = {}) => ({
  ...{ specversion: '1.0', id, source: '/webinar-co', type: 'lead.captured', subject: `lead/${id}` },
  ...{ time: '2025-09-01T09:00:00Z', data: { source: { channel: 'webinar' } } },
  ...changes,
});

function send(...events: readonly object[]): Promise<Response> {
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  return fetch(`${listening.url}/v1/events`, { method: 'POST', headers, body: JSON.stringify(events) });
}

/** Good, repeated, misspelt, late, contradicting, flat and unreadable: some of everything. */
async function sendSome(): Promise<void> {
  await send(event('1'), event('2'), event('1'), event('3', { data: { contat: { email: 'a@b.example' } } }));
  await send(event('1', { data: { source: { channel: 'partner' } } }), event('4', { time: '2025-09-01T09:00:00' }));
  const leads = `${listening.url}/v1/leads`;
  await fetch(leads, {
    method: 'POST',
    body: new URLSearchParams({ email: 'a@b.example', phone: '12', country: 'DE' }),
  });
  await fetch(leads, { method: 'POST', body: new URLSearchParams({ id: '9', email: 'nobody', surname: 'Nguyễn' }) });
  await fetch(leads, { method: 'POST', body: '{"email"', headers: { 'content-type': 'application/json' } });
}

describe('the pages of --listen', () => {
  it('say what to try while nothing has arrived, and show the first arrival without being loaded again', async () => {
    const page = await open('/bad');
    expect(await shownText(page.locator('h1'))).toBe('Nothing was refused yet');
    const line = await shownText(page.locator('pre.try'));
    expect(line).toBe(`curl -d email=nobody -d source=webinar ${listening.url}/v1/leads`);
    expect(await page.locator('table').isVisible()).toBe(false);
    await page.evaluate(() => document.body.setAttribute('data-kept', 'yes'));
    await fetch(`${listening.url}/v1/leads`, { method: 'POST', body: new URLSearchParams({ email: 'nobody' }) });
    await page.locator('tbody tr').waitFor();
    expect(await shownText(page.locator('h1'))).toBe('1 item refused');
    expect(await shownText(page.locator('.issues p'))).toContain('email is');
    expect(await page.locator('pre.try').isVisible()).toBe(false);
    expect(await page.locator('body').getAttribute('data-kept')).toBe('yes');
  });

  it('put what is new before what is there, and leave open what is open', async () => {
    await sendSome();
    const page = await open('/bad');
    const row = page.locator('tr', { hasText: 'contat' });
    await row.locator('summary').click();
    const before = await page.locator('tbody tr').count();
    await send(event('7', { subject: 'nobody' }), event('8', { id: '' }));
    await page.locator('tr', { hasText: 'lead/8' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(before + 2);
    expect(await row.locator('details').getAttribute('open')).toBe('');
    const shown = JSON.parse(await shownText(row.locator('pre'))) as { readonly data: object };
    expect(shown.data).toEqual({ contat: { email: 'a@b.example' } });
    expect(await shownText(page.locator('[role=status]'))).toBe('2 more have arrived.');
    expect(await shownText(page.locator('[data-count=bad]'))).toBe(String(before + 2));
    const numbers = await page
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((it) => Number((it as HTMLElement).dataset.number)));
    expect(numbers).toEqual(numbers.toSorted((left, right) => right - left));
  });

  it('say of each refused item why, where, what was found, what is expected and what is nearest', async () => {
    await sendSome();
    const page = await open('/bad');
    const row = page.locator('tr', { hasText: 'contat' });
    expect(await shownText(row.locator('.issues p'))).toContain('Did you mean "contact"?');
    const facts = await row
      .locator('dl div')
      .evaluateAll((them) => them.map((it) => Array.from(it.children, (part) => part.textContent)));
    expect(facts).toEqual([
      ['code', 'unknown-field'],
      ['place', '/data/contat'],
      ['found', '"contat"'],
      ['expected', expect.stringMatching(/\S/)],
      ['nearest', 'contact'],
    ]);
  });

  it('run nothing that arrives', async () => {
    const evil = '"><img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';
    const page = await open('/bad');
    await send(event('1', { subject: `lead/${evil}`, source: `/${evil}`, data: { [evil]: evil } }));
    await page.locator('tbody tr').waitFor();
    await page.locator('summary').click();
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.title()).toBe('1 item refused · Sameteam');
    expect(await shownText(page.locator('details pre'))).toContain('<script>');
  });

  it('begin anew with a new start, and say when it is gone', async () => {
    await sendSome();
    const page = await open('/good');
    const before = troubles.length;
    const port = Number(new URL(listening.url).port);
    await listening.close();
    await page.getByRole('status').filter({ hasText: 'does not answer any more' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(4);
    listening = await startListening({ port });
    await page.getByRole('heading', { name: 'Nothing was taken yet' }).waitFor();
    // The browser itself tells of each request that found nobody.
    expect(troubles.splice(before).filter((it) => !it.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  });

  it('tell the quality as it comes', async () => {
    const page = await open('/quality');
    expect(await shownText(page.locator('h1'))).toBe('No source has sent anything yet');
    await sendSome();
    await page.getByRole('heading', { name: '2 sources so far' }).waitFor();
    expect(
      await shownText(page.locator('table', { hasText: '/webinar-co' }).locator('tr', { hasText: 'Received' })),
    ).toMatch(/Received\s+6\s+2 new leads/);
  });

  it('are reached by keyboard', async () => {
    await sendSome();
    const page = await open('/bad');
    const summary = page.locator('summary').first();
    await tabTo(page, summary);
    await page.keyboard.press('Enter');
    expect(await isFocused(summary)).toBe(true);
    await tabTo(page, page.locator('details pre').first());
    await tabTo(page, page.getByRole('link', { name: 'Good' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/good');
  });

  it.each(['/good', '/bad'])('are accessible and fit every screen, empty: %s', async (path) => {
    const page = await open(path);
    await takePictures(page, `listen${path.replace('/', '-')}-empty`, { fullPage: false });
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize(screens.small);
    expect(await isTooWide(page.locator('html'))).toBe(false);
  });

  it.each(['/', '/good', '/bad', '/quality', '/templates'])(
    'are accessible and fit every screen, full: %s',
    async (path) => {
      await sendSome();
      const page = await open(path);
      for (const summary of (await page.locator('summary').all()).slice(0, 2)) await summary.click();
      for (const [size, viewport] of Object.entries(screens)) {
        await page.setViewportSize(viewport);
        await takePictures(page, `listen-${path.slice(1) || 'start'}-${size}`, { fullPage: false });
        expect(await isTooWide(page.locator('html')), size).toBe(false);
        // What there is is the same in both: only the places change.
        if (size !== 'small') expect(await axeViolations(page), size).toEqual([]);
      }
    },
  );
});
