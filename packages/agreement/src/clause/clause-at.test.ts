import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../default-agreement.ts';
import { clauseAt } from './clause-at.ts';

describe('clauseAt', () => {
  it('finds sections, entries, and values', () => {
    expect(clauseAt(defaultAgreement, 'timeZone')).toBe('UTC');
    expect(clauseAt(defaultAgreement, 'windows.default')).toBe('90d');
    expect(clauseAt(defaultAgreement, 'sla.decision')).toBe(defaultAgreement.sla.decision);
    expect(clauseAt(defaultAgreement, 'sla.decision.kept.0')).toBe('lead.accepted');
  });

  it('finds entries of lists by their id', () => {
    expect(clauseAt(defaultAgreement, 'engagement.rules.webinar.points')).toBe(15);
  });

  it('is null where nothing stands', () => {
    for (const address of [
      '',
      'sla.nothing',
      'windows.lead_to_win',
      'sla.constructor',
      'timeZone.length',
      'profile',
      'teams.toString',
    ]) {
      expect(clauseAt(defaultAgreement, address), address).toBeNull();
    }
  });
});
