import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import type { JsonObject } from '../effective/merge-patch.ts';
import { questionNobodyAsks } from './question-nobody-asks.ts';

describe('question-nobody-asks', () => {
  it('lets a team ask before it hands off', () => {
    expect(lintPlaces(questionNobodyAsks, {})).toEqual([]);
  });

  it('finds a required answer before the team that asks has the lead', () => {
    const handOffs = { to_sales: { requires: ['contact.email', 'answers.timeline'] } };
    expect(lintPlaces(questionNobodyAsks, { handOffs })).toEqual(['/handOffs/to_sales/requires/1']);
  });

  it('finds an answer without which a hand-off never holds, and not one of several ways', () => {
    const answer = { answer: { timeline: 'within_a_year' } };
    const when = (condition: object) =>
      lintPlaces(questionNobodyAsks, { handOffs: { to_sdr: { when: { readiness: null, ...condition } } } });
    expect(when({ all: [{ readiness: 'warm' }, answer] })).toEqual(['/handOffs/to_sdr/when/all/1/answer/timeline']);
    expect(when({ any: [{ readiness: 'warm' }, answer] })).toEqual([]);
  });

  it('finds a team that never has a lead', () => {
    const questions = [
      { id: 'timeline', ask: 'When?', askedBy: 'support', answers: { within_a_year: 1, under_3_months: 2 } },
    ];
    const patch = { teams: { support: {} }, questions, handOffs: { sdr_to_sales: { requires: null } } };
    expect(lintPlaces(questionNobodyAsks, patch)).toEqual(['/questions/0/askedBy']);
    expect(lintPlaces(questionNobodyAsks, { ...patch, teams: { support: { partOf: 'sdr' } } })).toEqual([]);
  });

  it('is content in a segment that does without the answer', () => {
    const teams = { sdr: { partOf: null } };
    const handOffs = { to_sales: { when: { readiness: ['hot', 'warm'] } }, to_sdr: null, sdr_to_sales: null };
    const places = (own: JsonObject) =>
      lintPlaces(questionNobodyAsks, { teams, overrides: { partner: { handOffs, ...own } } });
    expect(places({})).toEqual(['/questions/0/askedBy']);
    expect(places({ readiness: { warm: { any: null, engagement: { atLeast: 15 } } } })).toEqual([]);
  });

  it('asks nothing where nobody hands off', () => {
    const handOffs = { to_sales: null, to_sdr: null, sdr_to_sales: null };
    expect(lintPlaces(questionNobodyAsks, { handOffs })).toEqual([]);
  });
});
