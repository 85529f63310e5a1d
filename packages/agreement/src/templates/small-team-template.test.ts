import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../load/parse-agreement.ts';
import { smallTeamTemplate } from './small-team-template.ts';

const acme = { name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR' };

describe('smallTeamTemplate', () => {
  it('loads without an issue, and says what it was told', () => {
    const { agreement, issues } = parseAgreement(smallTeamTemplate(acme));
    expect(issues).toEqual([]);
    expect(agreement).toMatchObject(acme);
  });

  it('fits on a screen, and begins with the schema for editors', () => {
    const lines = smallTeamTemplate(acme).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(lines[0]).toBe(
      '# yaml-language-server: $schema=./node_modules/@sameteam/agreement/schema/agreement.schema.json',
    );
    expect(smallTeamTemplate({ ...acme, schema: './a.json' }).split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./a.json',
    );
  });

  it('promises something on both sides, and gives every readiness somewhere to go', () => {
    const { agreement } = parseAgreement(smallTeamTemplate(acme));
    if (agreement === null) throw new Error('The template loads.');
    expect(new Set(Object.values(agreement.sla).map((clause) => clause.of))).toEqual(new Set(['marketing', 'sales']));
    const handedOn = Object.values(agreement.handOffs).flatMap(({ when }) =>
      'readiness' in when ? when.readiness : [],
    );
    const nurtured = Object.values(agreement.programs).flatMap((program) => program.for ?? []);
    expect([...handedOn, ...nurtured]).toEqual(expect.arrayContaining(Object.keys(agreement.readiness)));
  });
});
