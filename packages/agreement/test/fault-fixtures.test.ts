import { readdirSync, readFileSync } from 'node:fs';
import { checkAgreement, lintRules } from '@sameteam/agreement';
import { metricIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { isHolidayRegion } from '../src/holidays/index.ts';

const folder = new URL('fixtures/', import.meta.url);
const asOf = Date.UTC(2026, 9, 1);

function found(path: string): readonly string[] {
  const text = readFileSync(new URL(path, folder), 'utf8');
  return checkAgreement(text, { asOf, metrics: metricIds, isHolidayRegion })
    .issues.filter(({ code }) => code !== 'unsigned')
    .map(({ code, line }) => `${code} on line ${line}`);
}

/** What the comments of a fixture say: its code, on the line of the fault. */
function marked(path: string): readonly string[] {
  const lines = readFileSync(new URL(path, folder), 'utf8').split('\n');
  return lines.flatMap((text, index) => {
    const code = /# <- ([a-z-]+)$/.exec(text)?.[1];
    return code === undefined ? [] : [`${code} on line ${index + 1}`];
  });
}

const faults = readdirSync(new URL('faults/', folder)).filter((name) => name.endsWith('.yaml'));

describe('fixtures', () => {
  it('has a base without a fault', () => {
    expect(found('clean.yaml')).toEqual([]);
  });

  it.each(faults)('%s has exactly the fault that it marks', (name) => {
    const [first] = marked(`faults/${name}`);
    expect(name.startsWith(first?.split(' ')[0] ?? '?'), 'the name begins with the code').toBe(true);
    expect(found(`faults/${name}`)).toEqual(marked(`faults/${name}`));
  });

  it('shows each rule of lint, and at least 25 faults', () => {
    const shown = (code: string) => code === 'unsigned' || faults.some((name) => name.startsWith(code));
    expect(lintRules.map(({ code }) => code).filter((code) => !shown(code))).toEqual([]);
    expect(faults.length).toBeGreaterThanOrEqual(25);
  });
});
