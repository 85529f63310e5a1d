import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clausesOf } from '../clause/clauses-of.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { parseAgreement } from '../load/parse-agreement.ts';
import { escapeMarkdown } from './markdown/escape-markdown.ts';
import { renderMarkdown } from './render-markdown.ts';

const { agreement: acme } = parseAgreement(
  readFileSync(new URL('../../test/fixtures/acme.yaml', import.meta.url), 'utf8'),
);
const { agreement: big } = parseAgreement(
  readFileSync(new URL('fixtures/big-agreement.yaml', import.meta.url), 'utf8'),
);
if (acme === null || big === null) throw new Error('The fixtures do not load.');

describe('renderMarkdown', () => {
  it.each([
    ['the example of the design', acme],
    ['one with every form', big],
  ])('has an anchor for each clause of %s, and links only to anchors', (_name, agreement) => {
    const text = renderMarkdown(agreement, { previous: acme });
    const anchors = [...text.matchAll(/<a id="([^"]*)"><\/a>/g)].map(([, id]) => id ?? '');
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const { address } of clausesOf(agreement)) expect(anchors).toContain(address);
    for (const [, target] of text.matchAll(/\]\(([^)]*)\)/g)) expect(anchors).toContain((target ?? '').slice(1));
  });

  it('puts both sides into one table', () => {
    const text = renderMarkdown(acme);
    expect(text).toContain('| Marketing owes | Sales owes |\n| --- | --- |\n| ');
    const rows = text.split('| Marketing owes')[1]?.split('\n\n')[0]?.split('\n') ?? [];
    for (const row of rows.slice(2)) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(4);
  });

  it('shows a draft in plain sight', () => {
    expect(renderMarkdown(acme)).toContain('> **Draft.** This version does not bind');
  });

  it('shows the text of a stranger as it is', () => {
    const evil = '<script>x</script> [a](javascript:b) | `c` *d*\n# e ![f](http://g.example) @h <!-- www.i.example';
    const text = renderMarkdown(
      normaliseAgreement({ ...acme, name: evil, teams: { ...acme.teams, marketing: { means: evil, head: evil } } }),
    );
    expect(text).not.toMatch(/<script|<!--|[^\\]\]\(javascript|[^\\]!\[|\n# e|http:\/\/|[^\\]@h|www\.i/);
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
  });

  it('escapes every mark', () => {
    expect(escapeMarkdown('a_b*c|<d>&`e`[f]\\')).toBe('a\\_b\\*c\\|&lt;d&gt;&amp;\\`e\\`\\[f\\]\\\\');
  });
});
