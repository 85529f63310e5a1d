import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { eventTypes } from '../vocabulary/event-types.ts';
import { openApiComponents } from './open-api-components.ts';
import { publishedFiles } from './published-files.ts';

const folder = new URL('../../schema/', import.meta.url);
const files = publishedFiles();

test('the committed files are what the script would write', () => {
  const committed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(new URL(path, folder)).isFile(),
  );
  expect(committed.sort()).toEqual([...files.keys()].sort());
  for (const [path, text] of files) {
    const isSame = readFileSync(new URL(path, folder), 'utf8') === text;
    expect(isSame, `${path} is old: npm run schema -w @sameteam/model`).toBe(true);
  }
});

test('the components stand in an OpenAPI document as they are, and know an event by its type', () => {
  const ajv = new Ajv2020({ discriminator: true, keywords: ['components'] });
  ajv.addSchema({ $id: 'urn:example:openapi', ...openApiComponents() });
  const check = ajv.compile({ $ref: 'urn:example:openapi#/components/schemas/event' });
  for (const type of eventTypes) {
    const example: object = JSON.parse(files.get(`examples/${type}.json`) ?? '');
    expect(check(example), type).toBe(true);
    expect(check({ ...example, data: { emial: 1 } }), type).toBe(false);
    expect(check({ ...example, type: 'lead.capture' }), type).toBe(false);
  }
});
