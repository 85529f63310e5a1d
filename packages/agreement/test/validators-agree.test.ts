import { readdirSync, readFileSync } from 'node:fs';
import { agreementDocument, agreementJsonSchema, agreementTemplates, parseAgreement } from '@sameteam/agreement';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const fixtures = new URL('./fixtures/', import.meta.url);
const validate = new Ajv2020({ strict: false }).compile(agreementJsonSchema());

const texts: readonly (readonly [string, string])[] = [
  ...[
    '../../src/render/fixtures/big-agreement.yaml',
    'acme.yaml',
    'clean.yaml',
    ...readdirSync(new URL('faults/', fixtures)).map((name) => `faults/${name}`),
  ].map((name) => [name, readFileSync(new URL(name, fixtures), 'utf8')] as const),
  ...Object.entries(agreementTemplates).map(
    ([name, { write }]) => [name, write({ name: 'Acme', timeZone: 'UTC', currency: 'EUR', country: 'DE' })] as const,
  ),
];

/** The value of a text; `null` where it is no YAML, which no schema sees. */
function yamlValue(text: string): unknown {
  try {
    return parse(text, { uniqueKeys: true, logLevel: 'silent' });
  } catch {
    return null;
  }
}

function expectAgreement(value: unknown, what = ''): boolean {
  const byZod = agreementDocument.safeParse(value).success;
  const byAjv = validate(value);
  expect(byAjv, `${what} ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(byZod);
  return byZod;
}

describe('zod and the published JSON Schema', () => {
  it.each(texts)('say the same of %s', (_name, text) => {
    const value = yamlValue(text);
    if (value === null) expect(parseAgreement(text).agreement).toBeNull();
    else expectAgreement(value);
  });

  it('say the same of agreements with one value changed', () => {
    const values = texts.map(([, text]) => yamlValue(text)).filter((value) => value !== null);
    const verdicts = { good: 0, bad: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.nat(), fc.constantFrom(...replacements), (value, at, replaced) => {
        const changed = structuredClone(value);
        const places = placesOf(changed);
        const place = places[at % places.length];
        place?.change(replaced);
        verdicts[expectAgreement(changed, `${place?.path} becomes ${JSON.stringify(replaced)}`) ? 'good' : 'bad']++;
      }),
      { numRuns: 5000, endOnFailure: true },
    );
    expect(verdicts.good).toBeGreaterThan(300);
    expect(verdicts.bad).toBeGreaterThan(2000);
  }, 300_000);
});

// Numbers that are compared with each other, and decimals beyond the third, are what JSON Schema cannot say.
const replacements: readonly unknown[] = [
  null,
  true,
  0,
  1,
  -1,
  7,
  1.5,
  1e9,
  '',
  'a',
  'sales',
  'raw',
  'two words',
  '2026-02-29',
  '2024-02-29',
  '2100-02-29',
  '2000-02-29',
  '02-30',
  '12-24',
  '90d',
  '0d',
  '2w',
  '1wd',
  'lead.assigned',
  'company.employees',
  'contact.email',
  'lead.attributes.budget',
  'answers.timeline',
  '09:00-09:00',
  '22:00-06:00',
  'DE-BY',
  'Europe/Berlin',
  'EUR',
  [],
  ['sales'],
  [1, 2],
  {},
  { readiness: 'raw' },
  { grade: ['A', 'E'] },
  { field: 'source.channel', is: 'x' },
  { field: 'source.channel' },
  { all: [] },
  { engagement: { atLeast: 3 } },
  { rotate: 'even' },
  { program: 'nurture' },
  undefined,
];

interface Place {
  readonly path: string;
  readonly change: (replaced: unknown) => void;
}

/** Every place of a value that can be given another one; `undefined` takes it away. */
function placesOf(value: unknown, path = ''): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const holder = value as Record<string, unknown>;
    const change = (replaced: unknown) => {
      if (replaced === undefined && !Array.isArray(value)) delete holder[key];
      else holder[key] = replaced ?? null;
    };
    const here = `${path}/${key}`;
    return [{ path: here, change }, ...placesOf(holder[key], here)];
  });
}
