// biome-ignore-all lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { attemptsNotRequired } from './attempts-not-required.ts';

const recycled = { needs: null, then: 'recycle', program: 'newsletter', revisitAfter: '60d' };

describe('attempts-not-required', () => {
  it('is content where the reason needs the attempts', () => {
    expect(lintPlaces(attemptsNotRequired, {})).toEqual([]);
  });

  it('finds a reason of no contact by its name or its meaning, whatever it is called', () => {
    for (const name of ['unreachable', 'not_reached', 'no_contact', 'no_answer', 'never_replied', 'Ghosted']) {
      const reasons = { unreachable: null, [name]: recycled };
      expect(lintPlaces(attemptsNotRequired, { reasons }), name).toEqual([`/reasons/${name}`]);
    }
    const reasons = { unreachable: null, silent: { ...recycled, means: 'We could not reach anybody.' } };
    expect(lintPlaces(attemptsNotRequired, { reasons })).toEqual(['/reasons/silent']);
  });

  it('does not take other reasons for it', () => {
    const reasons = { no_budget: recycled, no_contract: recycled, contacted_too_late: recycled };
    expect(lintPlaces(attemptsNotRequired, { reasons })).toEqual([]);
  });

  it('wants the agreed attempts where there are several, and one where there is one', () => {
    const reasons = { unreachable: { needs: 'first_attempt' } };
    expect(lintCase(attemptsNotRequired, { reasons })[0]?.message).toContain('needs only "first_attempt"');
    expect(lintPlaces(attemptsNotRequired, { reasons, sla: { attempts: null } })).toEqual([]);
    expect(lintPlaces(attemptsNotRequired, { reasons: { unreachable: { needs: 'decision' } } })).toHaveLength(1);
  });

  it('wants some reason to need them where none is of no contact', () => {
    expect(lintPlaces(attemptsNotRequired, { reasons: { unreachable: null } })).toEqual(['/sla/attempts']);
    const reasons = { unreachable: null, not_ready: { needs: 'attempts' } };
    expect(lintPlaces(attemptsNotRequired, { reasons })).toEqual([]);
  });

  it('says nothing where no attempts are agreed', () => {
    const sla = { attempts: null, first_attempt: null, hot_first_attempt: null };
    const patch = { sla, reasons: { unreachable: { needs: null } }, overrides: { partner: null } };
    expect(lintPlaces(attemptsNotRequired, patch)).toEqual([]);
  });

  it('says nothing where there is no reason at all', () => {
    const reasons = { not_ready: null, with_competitor: null, unreachable: null, wrong_profile: null };
    expect(lintPlaces(attemptsNotRequired, { reasons })).toEqual([]);
  });

  it('finds it where only a segment says it', () => {
    const overrides = { partner: { reasons: { unreachable: { needs: null } } } };
    const [issue] = lintCase(attemptsNotRequired, { overrides });
    expect(issue?.pointer).toBe('/overrides/partner/reasons/unreachable');
    expect(issue?.message).toMatch(/^For leads of segment "partner": /);
  });
});
