import { agreementJsonSchema } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { keyRules } from '../../src/diff/key-rules/key-rules.ts';
import { thingKinds } from '../../src/diff/thing-kinds.ts';
import { overridable } from '../../src/schema/overrides.ts';

interface Schema {
  readonly [key: string]: unknown;
}

const schema = agreementJsonSchema() as Schema;

function inner(node: Schema, key: string): readonly Schema[] {
  return (Array.isArray(node[key]) ? node[key] : []) as readonly Schema[];
}

/** The forms that a place can have, with those of conditions left out: they have a table of their own. */
function formsOf(node: Schema): readonly Schema[] {
  return [node, ...['anyOf', 'oneOf', 'allOf'].flatMap((key) => inner(node, key).flatMap(formsOf))];
}

function isCondition(node: Schema): boolean {
  return formsOf(node).some(({ $ref }) => typeof $ref === 'string');
}

/** Every place of the schema as the table writes it. */
function patternsOf(node: Schema, pattern: string): readonly string[] {
  return formsOf(node).flatMap((form) => {
    const properties = Object.entries((form.properties ?? {}) as Record<string, Schema>);
    const below = properties.flatMap(([key, value]) => placesAt(value, pattern === '' ? key : `${pattern}.${key}`));
    const { additionalProperties: others, items } = form as {
      readonly additionalProperties?: unknown;
      readonly items?: unknown;
    };
    const named = typeof others === 'object' && others !== null ? placesAt(others as Schema, `${pattern}.*`) : [];
    const isEntry =
      typeof items === 'object' &&
      items !== null &&
      formsOf(items as Schema).some(({ properties: own, $ref }) => own ?? $ref);
    return [...below, ...named, ...(isEntry ? placesAt(items as Schema, `${pattern}[]`) : [])];
  });
}

function placesAt(node: Schema, pattern: string): readonly string[] {
  // An override is made of the sections, whose rules hold.
  if (pattern === 'overrides.*') return [pattern];
  return isCondition(node) ? [pattern] : [pattern, ...patternsOf(node, pattern)];
}

function conditionForms(): readonly Schema[] {
  const definitions = (schema.$defs ?? {}) as Record<string, Schema>;
  return Object.values(definitions).flatMap(formsOf);
}

describe('the table of keys', () => {
  const patterns = new Set([
    ...patternsOf(schema, ''),
    ...conditionForms().flatMap((form) =>
      form.properties === undefined ? [] : patternsOf({ properties: form.properties }, '?'),
    ),
  ]);

  it('says of each key of the JSON Schema whether it is behaviour or wording, and of nothing else', () => {
    expect(patterns.size).toBeGreaterThan(200);
    expect(Object.keys(keyRules).sort()).toEqual([...patterns].sort());
  });

  it('knows a condition where the schema has one', () => {
    const conditions = Object.entries(keyRules).filter(([, rule]) => rule.isCondition === true);
    expect(conditions.map(([pattern]) => pattern)).toEqual(
      expect.arrayContaining(['readiness.*', 'handOffs.*.when', 'segments[].when', '?.all[]', '?.not']),
    );
    for (const [pattern] of conditions) expect(Object.keys(keyRules)).not.toContain(`${pattern}.field`);
  });

  it('has every section that an override can change, and every kind of thing', () => {
    for (const section of overridable) expect(keyRules[section], section).toBeDefined();
    const declared = new Set(Object.values(keyRules).flatMap(({ declares }) => declares ?? []));
    expect([...declared].sort()).toEqual(Object.keys(thingKinds).sort());
  });

  it('takes for wording only what people read', () => {
    const wording = Object.entries(keyRules).filter(([, rule]) => rule.effect === 'wording');
    const keys = new Set(wording.map(([pattern]) => pattern.split('.').at(-1)));
    // A term says what it means and, if somebody enters it, who: that is judged by its keys. So are the overrides.
    expect([...keys].sort()).toEqual([
      '$schema',
      '*',
      'ask',
      'createdWhen',
      'exit',
      'followUp',
      'label',
      'means',
      'name',
      'why',
    ]);
    expect(wording.filter(([pattern]) => pattern.endsWith('*')).map(([pattern]) => pattern)).toEqual([
      'terms.*',
      'overrides.*',
    ]);
  });
});
