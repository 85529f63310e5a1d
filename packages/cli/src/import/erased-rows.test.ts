import { describe, expect, it } from 'vitest';
import { subjectsOf, withoutErased } from './erased-rows.ts';

const event = (subject: string) =>
  ({ data: {}, id: '1', source: 's', specversion: '1.0', subject, time: '', type: 'lead.captured' }) as const;
const bad = (line: number, ...subjects: readonly string[]) => ({
  file: 'f',
  line,
  column: 'c',
  code: 'bad-time',
  message: 'a@x',
  raw: 'a@x',
  subjects,
});
const session = (...erased: readonly string[]) => ({
  erased: async (subjects: readonly string[]) => new Set(subjects.filter((subject) => erased.includes(subject))),
});

describe('subjectsOf', () => {
  it('takes the subjects of the events, or guesses by the key', () => {
    expect(subjectsOf({ key: '7', events: [event('lead/a'), event('contact/b'), event('lead/a')] })).toEqual([
      'lead/a',
      'contact/b',
    ]);
    expect(subjectsOf({ key: '7', events: [] })).toEqual(['lead/7', 'contact/7', 'company/7']);
    expect(subjectsOf({ key: null, events: [] })).toEqual([]);
  });
});

describe('withoutErased', () => {
  it('leaves of rows about erased subjects nothing but their place', async () => {
    const rows = await withoutErased(session('lead/2'), [bad(1, 'lead/1'), bad(2, 'lead/1', 'lead/2'), bad(3)]);
    expect(rows.map(({ line, code, raw }) => [line, code, raw])).toEqual([
      [1, 'bad-time', 'a@x'],
      [2, 'erased', ''],
      [3, 'bad-time', 'a@x'],
    ]);
    expect(rows[0]).not.toHaveProperty('subjects');
    expect(JSON.stringify(rows[1])).not.toContain('a@x');
    expect(await withoutErased(session(), [])).toEqual([]);
  });
});
