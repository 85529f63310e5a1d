import { describe, expect, it } from 'vitest';
import { patched } from '../../test/lint-case.ts';
import { defaultAgreement } from '../default-agreement.ts';
import { effectiveAgreement } from '../effective/effective-agreement.ts';
import { walkAgreement } from './walk-agreement.ts';

describe('walkAgreement', () => {
  const walk = walkAgreement(patched({}));

  it('gives each state once, with its owner and what must happen next', () => {
    expect(walk.holes).toEqual([]);
    expect(new Set(walk.states.map(({ id }) => id)).size).toBe(walk.states.length);
    const state = (id: string) => walk.states.find((one) => one.id === id);
    expect(state('new/warm')).toMatchObject({ kind: 'new', readiness: 'warm', owner: 'marketing' });
    expect(state('team/sdr/handed_off')).toMatchObject({
      kind: 'team',
      lead: 'handed_off',
      owner: 'sdr',
      clocks: [{ clause: 'sla.decision', within: '3wd' }],
      isHole: false,
    });
    expect(state('program/newsletter')).toMatchObject({
      owner: 'marketing',
      clause: 'programs.newsletter',
      clocks: [{ clause: 'programs.newsletter.atMost', within: '720d' }],
    });
    expect(state('end/customer')).toMatchObject({ kind: 'end', owner: null, clocks: [] });
  });

  it('gives the steps between them, with the event and the clause', () => {
    const from = (id: string) =>
      walk.steps.filter((step) => step.from === id).map(({ to, event, clause }) => `${event} to ${to} by ${clause}`);
    expect(from('new/hot')).toEqual(['lead.handed_off to team/sales/handed_off by handOffs.to_sales']);
    expect(from('team/sdr/handed_off')).toContain('lead.handed_off to team/sales/opportunity by handOffs.sdr_to_sales');
    expect(from('team/sales/handed_off')).toContain('lead.recycled to program/warm_drip by reasons.not_ready');
    expect(from('program/warm_drip')).toEqual(['nurture.entered to program/newsletter by programs.warm_drip.next']);
    const ids = new Set(walk.states.map(({ id }) => id));
    expect(walk.steps.filter(({ from: start, to }) => !ids.has(start) || !ids.has(to))).toEqual([]);
    expect(walk.steps.some(({ from: start }) => start.startsWith('end/'))).toBe(false);
  });

  it('walks only what some lead reaches', () => {
    const agreement = patched({
      readiness: { hot: { all: [{ engagement: { atLeast: 40 } }, { not: { engagement: { atLeast: 1 } } }] } },
    });
    expect(walkAgreement(agreement).states.map(({ id }) => id)).not.toContain('new/hot');
    const all = patched({ segments: [{ id: 'all', when: {} }], overrides: { partner: null, outbound: null } });
    expect(walkAgreement(all)).toEqual({ states: [], steps: [], holes: [] });
    expect(walkAgreement(effectiveAgreement(all, 'all'), { segment: 'all' }).states.length).toBeGreaterThan(5);
  });

  it('marks the states that are holes', () => {
    const { states, holes } = walkAgreement(defaultAgreement);
    expect(holes.map(({ kind, state, path }) => [kind, state, path.join('.')])).toEqual([
      ['accepted', 'team/sales/sal', 'sla.decision.kept'],
    ]);
    expect(states.filter(({ isHole }) => isHole).map(({ id }) => id)).toEqual(['team/sales/sal']);
  });

  it('shows leads that wait for a field, and hand-offs to nobody', () => {
    const to_sales = { requires: ['contact.phone'], assign: { owner: 'account', rotate: null } };
    const { states, steps } = walkAgreement(patched({ handOffs: { to_sales } }));
    expect(states.find(({ id }) => id === 'waiting/to_sales')).toMatchObject({
      kind: 'waiting',
      owner: 'marketing',
      clocks: [{ clause: 'sla.passed_on', within: '1wd' }],
      isHole: false,
    });
    expect(steps.some(({ to }) => to === 'waiting/to_sales')).toBe(true);
    expect(states.find(({ id }) => id === 'nobody/to_sales')).toMatchObject({ owner: null, isHole: true });
  });
});
