import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../agreement.ts';
import { clausesOf } from '../clause/clauses-of.ts';
import { defaultAgreement } from '../default-agreement.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { parseAgreement } from '../load/parse-agreement.ts';
import type { AgreementInput } from '../schema/agreement-document.ts';
import { clauseInWords } from '../words/clause-in-words.ts';
import { escapeHtml } from './html/escape-html.ts';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';

function load(path: string): Agreement {
  const { agreement, issues } = parseAgreement(readFileSync(new URL(path, import.meta.url), 'utf8'));
  if (agreement === null) throw new Error(JSON.stringify(issues));
  return agreement;
}

const small = load('../../templates/small-team.yaml');
const acme = load('../../test/fixtures/acme.yaml');
const big = load('fixtures/big-agreement.yaml');

function idsOf(html: string): readonly string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
}

/** The text between the tags, without that of the style sheet. */
function textOf(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<\/(?:p|li|div|h\d|dt|dd|text)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '');
}

describe('renderHtml', () => {
  it.each([
    ['the default agreement', defaultAgreement],
    ['the template', small],
    ['the example of the design', acme],
    ['one with every form', big],
  ])('gives each clause of %s one place, with all that it says', (_name, agreement) => {
    const html = renderHtml(agreement);
    const ids = idsOf(html);
    expect(new Set(ids).size).toBe(ids.length);
    const text = textOf(html);
    for (const clause of clausesOf(agreement)) {
      expect(ids).toContain(clause.address);
      expect(text, clause.address).toContain(escapeHtml(clauseInWords(agreement, clause)));
    }
  });

  it('has a place for the sections that metrics name as their clause', () => {
    const ids = idsOf(renderHtml(acme));
    for (const address of [
      'handOffs',
      'terms.lead',
      'terms.sal',
      'qualified',
      'currency',
      'windows.default',
      'sla.decision',
    ]) {
      expect(ids).toContain(address);
    }
  });

  it('links only to places that it has', () => {
    const html = renderHtml(big, { previous: acme });
    const ids = new Set(idsOf(html));
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect(links.length).toBeGreaterThan(200);
    for (const href of links) {
      expect(href.startsWith('#')).toBe(true);
      expect(ids).toContain(href.slice(1));
    }
  });

  it('stands alone: no script, nothing from elsewhere', () => {
    const html = renderHtml(big, { previous: acme });
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|https?:|url\((?!#)|@import|\son[a-z]+=/i);
    expect(html).toContain('default-src &#39;none&#39;');
  });

  it('puts what each side owes side by side', () => {
    const html = renderHtml(big);
    const [, marketing = '', sales = ''] = html.split('<div class="side">');
    expect(marketing).toContain('<h3>Marketing owes</h3>');
    expect(idsOf(marketing)).toEqual(['sla.volume', 'sla', 'sla.volume_named', 'sla.quality', 'sla.unreachable_share']);
    expect(sales).toContain('<h3>Sales owes</h3>');
    expect(idsOf(sales)).toContain('sla.hot_first_attempt');
  });

  it('shows a draft in plain sight, and who signed when', () => {
    expect(textOf(renderHtml(acme))).toContain('This version does not bind: it is not signed by marketing or sales.');
    const signed = renderHtml(acme, {
      status: {
        state: 'binding',
        signatures: [
          { signer: 'marketing', by: 'Dana', signedAt: '2026-09-20T10:00:00.000Z' },
          { signer: 'sales', by: null, signedAt: '2026-09-21T22:30:00.000Z' },
        ],
      },
    });
    const text = textOf(signed);
    expect(text).toContain('Signed by marketing (Dana) on 20 September 2026 at 12:00 (Europe/Berlin).');
    expect(text).toContain('Signed by sales on 22 September 2026 at 00:30 (Europe/Berlin).');
    expect(text).toContain('Binding since 1 October 2026 (Europe/Berlin).');
    expect(text).not.toContain('Draft');
    expect(text.match(/Place and date/g)).toHaveLength(1);
  });

  it('tells what changed since the version before', () => {
    const next = normaliseAgreement({
      ...acme,
      version: 4,
      cadence: { ...acme.cadence, review: 'month' },
    });
    const html = renderHtml(next, { previous: acme });
    expect(html).toContain('What changed since version 3');
    expect(html.split('id="part-changes"')[1]?.split('</section>')[0]).toContain('href="#cadence"');
    expect(renderHtml(acme, { previous: acme })).toContain('Nothing but its number and its days.');
  });

  it('shows holidays as they are signed, and what the check found', () => {
    const html = renderHtml(acme, {
      pins: {
        fromYear: 2026,
        toYear: 2026,
        zones: {},
        holidays: { DE: [{ date: '2026-12-25', name: '1. Weihnachtstag' }] },
      },
      issues: [
        { code: 'unsigned', severity: 'information', message: 'Not signed.', remedy: 'Sign.' },
        {
          code: 'list-undefined',
          severity: 'warning',
          message: 'The list "rivals" is not declared.',
          remedy: 'Declare it.',
        },
      ].map((issue) => ({ ...issue, file: null, line: null, column: null, pointer: '', witness: null }) as never),
    });
    expect(textOf(html)).toContain('25 December 2026 1. Weihnachtstag');
    expect(html).toContain('The list &quot;rivals&quot; is not declared. Declare it.');
    expect(html).not.toContain('Not signed.');
  });
});

describe('many years of holidays', () => {
  const dates = Array.from({ length: 20 }, (_, index) => ({ date: `${2025 + index}-12-25`, name: '1. Weihnachtstag' }));
  const pins = { fromYear: 2026, toYear: 2044, zones: {}, holidays: { DE: dates } };

  it('shows two of them, and says which are signed in all', () => {
    const html = renderHtml(acme, { pins });
    const [shown = '', folded = ''] = html.split('<details>');
    expect(textOf(shown)).toContain('Public holidays of DE, 2026 and 2027');
    expect(textOf(shown).match(/Weihnachtstag/g)).toHaveLength(2);
    expect(textOf(folded)).toContain('17 more dates');
    expect(textOf(folded).match(/Weihnachtstag/g)).toHaveLength(17);
    expect(textOf(html)).toContain('For DE, the dates of 2026 to 2044 are signed with this document: 19 dates in all.');
    const markdown = renderMarkdown(acme, { pins });
    expect(markdown.match(/Weihnachtstag/g)).toHaveLength(2);
    expect(markdown).toContain('19 dates in all.');
  });

  it('begins with the year in which the agreement does, as far as dates are known', () => {
    const from = (effective: string) => renderHtml(normaliseAgreement({ ...acme, effective }), { pins });
    expect(from('2030-02-01')).toContain('Public holidays of DE, 2030 and 2031');
    expect(from('2050-02-01')).toContain('Public holidays of DE, 2043 and 2044');
  });
});

describe('in short', () => {
  it('says which teams agree under one leader', () => {
    const company = load('../../test/fixtures/real-company.yaml');
    const text = textOf(renderHtml(company));
    expect(text).toContain('Agreement of marketing and sales, under revenue');
    expect(text).toContain('Marketing and sales, under revenue, agree on what a lead is');
  });

  it('says under which condition a lead is passed on', () => {
    expect(textOf(renderHtml(load('../../templates/sdr-team.yaml')))).toContain(
      'SDR passes each lead to sales when it has a completed meeting.',
    );
  });
});

describe('an agreement of a stranger', () => {
  const evil = '</style></title><script>alert(1)</script>"\'><img src=x onerror=alert(1)> javascript:alert(1) a|b\n# c';
  const document: unknown = {
    ...acme,
    name: evil,
    teams: { ...acme.teams, marketing: { head: evil, means: `\u202e${evil}` } },
    terms: { lead: { means: `${evil}${'x'.repeat(500)}` } },
    segments: [{ id: 'partner', when: { field: 'source.channel', is: evil.slice(0, 150) } }],
    overrides: { partner: { sla: { 'a b"<script>': null } } },
    questions: acme.questions.map((question) => ({ ...question, ask: evil })),
  };
  const hostile = normaliseAgreement(document as AgreementInput);
  const html = renderHtml(hostile, {
    previous: acme,
    status: { state: 'draft', signatures: [{ signer: 'marketing', by: evil, signedAt: evil }] },
  });

  it('shows everything as text', () => {
    expect(html).not.toMatch(/<script|<img|<[a-z]+[^>]*\son[a-z]+=/i);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.match(/<\/title>/g)).toHaveLength(2);
    expect(textOf(html)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('[U+202E]');
    expect(html).not.toContain('\u202e');
  });

  it('makes no link of it, and ids without spaces', () => {
    expect(html).not.toMatch(/href="(?!#)/);
    for (const id of idsOf(html)) expect(id).toMatch(/^[A-Za-z0-9._%-]+$/);
  });
});
