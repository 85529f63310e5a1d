// biome-ignore-all lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaultAgreement } from '../default-agreement.ts';
import { agreementDocument } from '../schema/agreement-document.ts';
import { agreementJsonSchema } from './agreement-json-schema.ts';
import { generatedFiles } from './generated-files.ts';

describe('generatedFiles', () => {
  it.each(generatedFiles())('$path is up to date: run "npm run generate" in packages/agreement', ({ path, text }) => {
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(text);
  });
});

describe('agreementJsonSchema', () => {
  const validate = new Ajv2020({ strict: false }).compile(agreementJsonSchema());
  const minimal = { teams: { sales: {} }, readiness: { raw: {} }, sla: {}, reasons: {} };
  const acme = parse(readFileSync(new URL('../../test/fixtures/acme.yaml', import.meta.url), 'utf8'));

  it.each([
    ['the example of the design', acme],
    ['the default agreement', defaultAgreement],
    ['the smallest agreement', minimal],
    ['a template', parse(generatedFiles()[1]?.text ?? '')],
    ['one value for a list', { ...minimal, readiness: { raw: { any: [{ grade: 'A' }, { meeting: ['completed'] }] } } }],
  ])('accepts %s, as zod does', (_name, value) => {
    expect(agreementDocument.safeParse(value).success).toBe(true);
    expect(validate(value), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  it.each([
    ['an unknown key', { ...minimal, tems: {} }],
    ['no teams', { readiness: { raw: {} }, sla: {}, reasons: {} }],
    ['a duration of weeks', { ...minimal, windows: { default: '2w' } }],
    ['a window of no conversion', { ...minimal, windows: { sal_to_mql: '2d' } }],
    ['two questions in one condition', { ...minimal, readiness: { raw: { grade: 'A', readiness: 'raw' } } }],
    ['two operators', { ...minimal, readiness: { raw: { field: 'source.channel', is: 'a', in: ['b'] } } }],
    ['no operator', { ...minimal, readiness: { raw: { field: 'source.channel' } } }],
    ['points and a count', { ...minimal, readiness: { raw: { engagement: { atLeast: 4, count: 1 } } } }],
    ['no bound', { ...minimal, readiness: { raw: { daysSince: { event: 'lead.engaged' } } } }],
    ['a field that does not exist', { ...minimal, readiness: { raw: { field: 'source.chanel', is: 'a' } } }],
    ['a reason without a way', { ...minimal, reasons: { no: {} } }],
    ['a program after the end', { ...minimal, reasons: { no: { then: 'disqualify', program: 'x' } } }],
    ['an SLA without a number', { ...minimal, sla: { a: { of: 'sales', metric: 'm' } } }],
    [
      'a machine that keeps an SLA',
      {
        ...minimal,
        sla: { a: { of: 'sales', from: 'lead.assigned', kept: { attempt: { automated: true } }, within: '1h' } },
      },
    ],
  ])('refuses %s, as zod does', (_name, value) => {
    expect(agreementDocument.safeParse(value).success).toBe(false);
    expect(validate(value)).toBe(false);
  });

  it('explains every key to whoever completes it in an editor', () => {
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, child] of Object.entries(node)) {
        if (key === 'properties') {
          for (const [name, property] of Object.entries(child as Readonly<Record<string, object>>)) {
            if (!('description' in property) && !('$ref' in property)) undescribed.push(`${path}.${name}`);
          }
        }
        visit(child, key === 'properties' ? path : `${path}.${key}`);
      }
    };
    visit(agreementJsonSchema(), '');
    expect(undescribed).toEqual([]);
  });
});
