import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normaliseAgreement, parseAgreement } from '@sameteam/agreement';
import { renderHtml } from '@sameteam/agreement/render';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const executablePath = process.env.SAMETEAM_CHROMIUM ?? usualPlaces.find((place) => existsSync(place));
const pictures = process.env.SAMETEAM_PICTURES;

function load(path: string) {
  const { agreement, issues } = parseAgreement(readFileSync(new URL(path, import.meta.url), 'utf8'));
  if (agreement === null) throw new Error(JSON.stringify(issues));
  return agreement;
}

const small = load('../templates/small-team.yaml');
const acme = load('fixtures/acme.yaml');
const big = load('../src/render/fixtures/big-agreement.yaml');
const company = load('fixtures/real-company.yaml');
const tracks = Array.from({ length: 30 }, (_, index) => `track_${index + 1}`);
// Programs that stay apart, since each is led to by a reason of its own: a picture wider than the page.
const wide = normaliseAgreement({
  ...company,
  programs: Object.fromEntries(
    tracks.map((name) => [name, { owner: 'marketing', for: ['raw'], exit: { readiness: ['hot'] } }]),
  ),
  reasons: Object.fromEntries(
    // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
    tracks.map((name) => [`reason_${name}`, { then: 'recycle' as const, program: name, revisitAfter: '30d' }]),
  ),
  overrides: {},
});
const holidays = Array.from({ length: 20 }, (_, index) => ({
  date: `${2026 + index}-12-25`,
  name: '1. Weihnachtstag',
}));
const pins = { fromYear: 2026, toYear: 2045, zones: {}, holidays: { DE: holidays } };
const documents = {
  company: renderHtml(company, { pins }),
  wide: renderHtml(wide),
  sdr: renderHtml(load('../templates/sdr-team.yaml')),
  partner: renderHtml(load('../templates/partner-team.yaml')),
  small: renderHtml(small),
  acme: renderHtml(acme, {
    status: {
      state: 'binding',
      signatures: ['marketing', 'sales'].map((signer) => ({ signer, by: null, signedAt: '2026-09-20T10:00:00.000Z' })),
    },
  }),
  big: renderHtml(big, { previous: acme }),
};

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
});
afterAll(() => browser.close());

/** Opens a document as a file from elsewhere would be, and notes what it asks for and complains of. */
async function open(html: string, width: number, colorScheme: 'light' | 'dark') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => troubles.push(request.url()));
  await page.setContent(html);
  return { page, troubles };
}

async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
    );
  });
}

describe.each(Object.entries(documents))('the %s document in a browser', (name, html) => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ] as const)(
    'is accessible, %s, %i wide, and nothing leaves its width',
    { timeout: 60_000 },
    async (scheme, width) => {
      const { page, troubles } = await open(html, width, scheme);
      if (pictures !== undefined) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `agreement-${name}-${scheme}-${width}.png`), fullPage: true });
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await axeViolations(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.close();
    },
  );

  it('takes a link from elsewhere to its clause', async () => {
    const { page } = await open(html, 1280, 'light');
    const address = name === 'big' ? 'sla.deal_step' : 'sla.decision';
    await page.evaluate(
      (id) => document.querySelector<HTMLAnchorElement>(`.addresses a[href="#${id}"]`)?.click(),
      address,
    );
    const top = await page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? -1, address);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(900);
    await page.close();
  });

  it('is printed light, on pages that cut no clause', { timeout: 60_000 }, async () => {
    const { page } = await open(html, 1280, 'dark');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const seen = await page.evaluate(() => ({
      ink: getComputedStyle(document.body).color,
      breaks: [...document.querySelectorAll('.clause, figure, .signature')].filter(
        (element) => getComputedStyle(element).breakInside !== 'avoid',
      ).length,
      contents: getComputedStyle(document.querySelector('nav') ?? document.body).display,
    }));
    expect(seen.ink).toBe('rgb(26, 28, 31)');
    expect(seen.breaks).toBe(0);
    expect(seen.contents).toBe('none');
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = await page.pdf({
        format,
        printBackground: true,
        ...(pictures === undefined ? {} : { path: join(pictures, `agreement-${name}-${format}.pdf`) }),
      });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    }
    await page.close();
  });
});

describe('a picture that is wider than the page', () => {
  it.each([1280, 320])('begins in view where leads come in, %i wide', async (width) => {
    const { page } = await open(documents.wide, width, 'light');
    const [box, view] = await page.evaluate(() =>
      ['.flow-start', '.scroll'].map((place) => {
        const { left = 0, right = 0 } = document.querySelector(place)?.getBoundingClientRect() ?? {};
        return { left, right };
      }),
    );
    expect(box?.left).toBeGreaterThanOrEqual(view?.left ?? 0);
    expect(box?.right).toBeLessThanOrEqual(view?.right ?? 0);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.close();
  });
});

describe('holidays that are not shown at once', () => {
  it('unfold on a screen, and are not printed', async () => {
    const { page } = await open(documents.company, 1280, 'light');
    const last = page.getByText('25 December 2045');
    expect(await last.isVisible()).toBe(false);
    await page.getByText('18 more dates').click();
    expect(await last.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await last.isVisible()).toBe(false);
    await page.close();
  });
});
