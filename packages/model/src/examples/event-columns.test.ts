import { expect, test } from 'vitest';
import { eventTypes } from '../vocabulary/event-types.ts';
import { eventColumn, eventColumns } from './event-columns.ts';

test('the columns of a captured lead: envelope, then data without its name before it', () => {
  const columns = eventColumns('lead.captured');
  const names = columns.map((column) => column.name);
  expect(names.slice(0, 6)).toEqual(['id', 'source', 'type', 'subject', 'time', 'dataschema']);
  for (const name of ['contact.email', 'source.channel', 'company.annualRevenue.amountMinor', 'ids.0.system'])
    expect(names).toContain(name);
  expect(names.filter((name) => name.startsWith('attributes.'))).toEqual(['attributes.segment']);
  const required = columns.filter((column) => column.required).map((column) => column.name);
  expect(required).toEqual(['id', 'source', 'type', 'subject', 'time']);
});

test('of alternatives the template has the text, or else the first', () => {
  const withText = eventColumns('record.linked').filter((column) => column.path[1] === 'with');
  expect(withText).toMatchObject([{ name: 'with', kind: 'text', required: true, doc: { example: 'lead/1038' } }]);
  const target = eventColumns('event.retracted').filter((column) => column.path[1] === 'target');
  expect(target.map((column) => column.name)).toEqual(['target.source', 'target.id']);
  expect(eventColumn('event.retracted', 'target.import')?.required).toBe(false);
  expect(eventColumn('record.linked', 'with.system')?.path).toEqual(['data', 'with', 'system']);
});

test('each kind of cell', () => {
  expect(eventColumn('lead.attempted', 'connected')).toMatchObject({ kind: 'boolean', required: true });
  expect(eventColumn('lead.qualified', 'score')).toMatchObject({ kind: 'number', required: false });
  expect(eventColumn('campaign.spent', 'cost.amountMinor')).toMatchObject({ kind: 'number', required: true });
  expect(eventColumn('lead.captured', 'attributes.plan.tier')).toMatchObject({
    kind: 'text',
    path: ['data', 'attributes', 'plan.tier'],
  });
});

test.each([
  'data',
  'contact',
  'ids',
  'ids.0',
  'ids.1000.id',
  'ids.01.id',
  'ids.-1.id',
  'attributes',
  'attributes.',
  '',
])('%j is no column of a captured lead', (name) => {
  expect(eventColumn('lead.captured', name)).toBeNull();
});

test.each(['__proto__', 'constructor', 'contact.__proto__', 'attributes.__proto__', 'contact.toString', 'prototype'])(
  '%s reaches no prototype',
  (name) => {
    expect(eventColumn('lead.captured', name)).toBeNull();
  },
);

test.each(eventTypes)('each column of %s has a name of its own, by which it is found', (type) => {
  const columns = eventColumns(type);
  expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
  for (const { doc, ...column } of columns) {
    const { doc: foundDoc, ...found } = eventColumn(type, column.name) ?? { doc: null };
    expect(found).toEqual(column);
    expect(foundDoc?.means).toBe(doc.means);
    expect(['string', 'number', 'boolean'], column.name).toContain(typeof doc.example);
  }
});
