import { agreementDocument, evaluateCondition, lintAgreement, normaliseAgreement } from '@sameteam/agreement';
import { type LeadEvent, metricIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { simulateCompany } from '../simulate-company.ts';
import { simulatedAgreement } from './simulated-agreement.ts';

const agreement = simulatedAgreement();
const events: readonly LeadEvent[] = [...simulateCompany({ seed: 3, leads: 2000 }).events];

describe('the agreement of the simulated company', () => {
  it('is a whole agreement, and stays the same when it is read back', () => {
    expect(agreementDocument.safeParse(JSON.parse(JSON.stringify(agreement))).success).toBe(true);
    expect(normaliseAgreement(JSON.parse(JSON.stringify(agreement)))).toEqual(agreement);
    expect(agreement).toMatchObject({ timeZone: 'Europe/Berlin', currency: 'EUR' });
    expect(agreement.segments.map(({ id }) => id)).toEqual(['partner', 'outbound']);
  });

  it('has no hole; nobody has signed it, although its first day is long over', () => {
    const issues = lintAgreement(agreement, { asOf: Date.UTC(2026, 9, 1), metrics: metricIds });
    expect(issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringContaining('effective-in-past: '),
      expect.stringContaining('unsigned: '),
    ]);
  });

  it('knows every reason, program, team, stage, readiness and activity in the log', () => {
    const known = {
      reasons: new Set(Object.keys(agreement.reasons)),
      programs: new Set(Object.keys(agreement.programs)),
      teams: new Set(Object.keys(agreement.teams)),
      stages: new Set(agreement.pipelines.new?.stages.map(({ id }) => id)),
      readiness: new Set(Object.keys(agreement.readiness)),
      activities: new Set([...(agreement.engagement?.rules ?? []).map(({ activity }) => activity), 'mail']),
      slas: new Set(Object.keys(agreement.sla).map((name) => `sla.${name}`)),
    };
    const unknown = new Set<string>();
    const expectKnown = (kind: keyof typeof known, value: unknown) => {
      if (typeof value === 'string' && !known[kind].has(value)) unknown.add(`${kind}: ${value}`);
    };
    for (const { type, data } of events) {
      const said = data as Readonly<Record<string, unknown>>;
      if (!type.startsWith('nurture.')) expectKnown('reasons', said.reason);
      expectKnown('programs', said.program);
      if (type === 'lead.handed_off') for (const team of [said.from, said.to]) expectKnown('teams', team);
      if (type === 'opportunity.opened' || type === 'opportunity.moved') expectKnown('stages', said.stage);
      expectKnown('readiness', said.readiness);
      if (type.startsWith('lead.')) expectKnown('activities', said.activity);
      expectKnown('slas', said.clause);
    }
    expect([...unknown]).toEqual([]);
  });

  it('gives each lead the grade that it was drawn with', () => {
    const grades = new Map<string, string | null | undefined>();
    for (const event of events) if (event.type === 'lead.qualified') grades.set(event.subject, event.data.grade);
    let judged = 0;
    for (const event of events) {
      const drawn = event.type === 'lead.captured' ? grades.get(event.subject) : undefined;
      if (event.type !== 'lead.captured' || drawn === undefined) continue;
      const { company, contact } = event.data;
      const fields = {
        'company.employees': company?.employees,
        'company.industry': company?.industry,
        'company.country': company?.country,
        'contact.role': contact?.role,
      };
      const points = (agreement.profile?.rules ?? [])
        .filter(({ when }) => evaluateCondition(when, { fields }))
        .reduce((sum, rule) => sum + rule.points, 0);
      const least = agreement.profile?.grades ?? {};
      const grade = (['A', 'B', 'C'] as const).find((name) => points >= (least[name] ?? Infinity)) ?? 'D';
      expect(grade).toBe(drawn);
      judged++;
    }
    expect(judged).toBeGreaterThan(700);
  });
});
