import { eventRank } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../facts/columns/dictionary.ts';
import { ReadEvents, unsaid } from './read-events.ts';

const rank = {
  captured: eventRank('lead.captured'),
  updated: eventRank('lead.updated'),
  engaged: eventRank('lead.engaged'),
  assigned: eventRank('lead.assigned'),
  accepted: eventRank('lead.accepted'),
};

describe('ReadEvents', () => {
  const values = new Dictionary();
  const read = new ReadEvents(values);
  read.note(0, rank.captured, '{"product":"crm","source":{"channel":"email"}}');
  read.note(1, rank.engaged, '{"activity":"visit"}');
  read.note(2, rank.assigned, '{"to":"rep-1"}');
  read.note(3, rank.accepted, '{}');
  read.note(4, rank.updated, '{"source":{"channel":null}}');
  read.note(5, rank.assigned, '{}');
  read.note(6, rank.captured, '{}');

  it('lists the events of each type that is read, in the order of arrival', () => {
    expect([...read.of(rank.captured)]).toEqual([0, 6]);
    expect([...read.of(rank.updated)]).toEqual([4]);
    expect([...read.of(rank.assigned)]).toEqual([2, 5]);
    expect([...read.of(rank.accepted)]).toEqual([3]);
  });

  it('tells a value, an explicit null and nothing said apart', () => {
    const said = (type: number, field: number) =>
      Array.from(read.codes(type, field), (code) => (code === unsaid ? undefined : values.text(code)));
    expect(said(rank.captured, 0)).toEqual(['email', undefined]);
    expect(said(rank.captured, 5)).toEqual(['crm', undefined]);
    expect(said(rank.updated, 0)).toEqual([null]);
    expect(said(rank.assigned, 0)).toEqual(['rep-1', undefined]);
  });

  it('has no list of a type that it does not read', () => {
    expect(() => read.of(rank.engaged)).toThrow('does not read');
  });
});
