import { readdirSync, readFileSync } from 'node:fs';
import { type CheckedAgreement, checkAgreement, type Json, lintRules, mergePatch } from '@sameteam/agreement';
import { metricIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { isHolidayRegion } from '../src/holidays/index.ts';
import { checkCodes } from '../src/issue/issue-messages.ts';

const docs = new URL('../../../docs/lint/', import.meta.url);
const read = (path: string, base = docs) => readFileSync(new URL(path, base), 'utf8');
const clean: Json = parse(read('fixtures/clean.yaml', new URL(import.meta.url)));
const pages = readdirSync(docs).filter((name) => name.endsWith('.md') && name !== 'README.md');

/** The clean agreement with an example of a page: a merge patch on it. */
function check(example: string, signed: 'signed' | 'unsigned'): CheckedAgreement {
  const text = stringify(mergePatch(clean, parse(example)));
  return checkAgreement(text, { asOf: Date.UTC(2026, 9, 1), metrics: metricIds, isHolidayRegion, signed });
}

function codesOf({ issues }: CheckedAgreement): readonly string[] {
  return [...new Set(issues.map(({ code }) => code))];
}

/** The examples that follow a line such as `Wrong:`, up to the next such line. */
function examples(page: string, heading: 'Wrong' | 'Right'): readonly string[] {
  const [, ...parts] = page.split(/^(Wrong|Right):$/m);
  return parts.flatMap((part, index) =>
    parts[index - 1] === heading ? part.split(/^```(?:yaml)?$/m).filter((_, at) => at % 2 === 1) : [],
  );
}

describe.each(pages)('%s', (name) => {
  const code = name.replace(/\.md$/, '');
  const page = read(name);
  const rule = lintRules.find((one) => one.code === code);
  // The second example of "unsigned" is the first one with its signatures.
  const right = code === 'unsigned' ? 'signed' : 'unsigned';

  it('is the page of a code, with its severity and title', () => {
    expect([...lintRules.map((one) => one.code), ...checkCodes]).toContain(code);
    expect(page.startsWith(`# ${code}\n\n*${rule?.severity ?? 'error'}.* `)).toBe(true);
    if (rule !== undefined) expect(page).toContain(`* ${rule.title}\n`);
  });

  it('has wrong examples, which have that fault and no other', () => {
    const wrong = examples(page, 'Wrong');
    expect(wrong.length).toBeGreaterThan(0);
    for (const example of wrong) {
      expect(codesOf(check(example, 'unsigned')).filter((one) => one !== 'unsigned' || one === code)).toEqual([code]);
    }
  });

  it('has right examples, which have none', () => {
    const good = examples(page, 'Right');
    expect(good.length).toBeGreaterThan(0);
    for (const example of good) expect(codesOf(check(example, right)).filter((one) => one !== 'unsigned')).toEqual([]);
    if (code === 'unsigned') for (const example of good) expect(codesOf(check(example, right))).toEqual([]);
  });
});

describe('docs/lint', () => {
  const readme = read('README.md');

  it('has a page for each rule', () => {
    expect(lintRules.map(({ code }) => `${code}.md`).filter((page) => !pages.includes(page))).toEqual([]);
  });

  it('lists all rules in its table, in order', () => {
    const rows = readme.split('\n').filter((line) => line.startsWith('| ['));
    expect(rows.map((row) => row.replace(/ +\|/g, ' |'))).toEqual(
      [...lintRules]
        .sort((a, b) => (a.code < b.code ? -1 : 1))
        .map(({ code, severity, title }) => `| [${code}](${code}.md) | ${severity} | ${title} |`),
    );
  });

  it('lists all codes of reading', () => {
    const [, section = ''] = readme.split('## Codes of reading');
    const listed = [...section.matchAll(/^- `([a-z-]+)`/gm)].map(([, code]) => code);
    expect([...listed].sort()).toEqual([...checkCodes].sort());
  });
});
