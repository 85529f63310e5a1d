import { expect, test } from 'vitest';
import { eventTypes } from '../vocabulary/event-types.ts';
import { publishedSchemas } from './published-schemas.ts';

const schemas = publishedSchemas();

test('there is a file for each type of event', () => {
  for (const type of eventTypes) {
    expect(schemas.get(type)?.$id).toBe(`urn:sameteam:schema:1.0:${type}`);
    expect(schemas.get(type)?.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  }
});

type Node = Readonly<Record<string, unknown>>;

function* nodes(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Node;
  for (const child of Object.values(value)) yield* nodes(child);
}

test('no file carries a format beside a pattern, nor a reference out of itself', () => {
  for (const schema of schemas.values()) {
    for (const node of nodes(schema)) {
      if (typeof node.pattern === 'string') expect(node.format).toBeUndefined();
      if (typeof node.$ref === 'string') expect(node.$ref).toMatch(/^#\/\$defs\//);
    }
  }
});

test('each field of each file is described', () => {
  for (const [name, { $defs, if: _, then: __, else: ___, ...own }] of schemas) {
    for (const node of [...nodes(own), ...nodes($defs?.data)]) {
      if (node.type !== 'object' || typeof node.properties !== 'object' || name === 'bundle') continue;
      for (const [field, property] of Object.entries(node.properties as Record<string, Node>)) {
        expect(property.description, `${name}: ${field}`).toMatch(/\S/);
      }
    }
  }
});

test('personal fields are marked', () => {
  const marked = [...nodes(schemas.get('contact'))].filter((node) => node.$comment === 'personal');
  expect(marked).toHaveLength(4);
});
