import { metricIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { lintAgreement } from '../lint/lint-agreement.ts';
import { parseAgreement } from '../load/parse-agreement.ts';
import { agreementTemplates } from './agreement-templates.ts';

const acme = { name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR', country: 'DE' };

describe.each(Object.entries(agreementTemplates))('the template %s', (_name, { write }) => {
  it('loads without an issue, and says what it was told', () => {
    const { agreement, issues } = parseAgreement(write(acme), { metrics: metricIds });
    expect(issues).toEqual([]);
    expect(agreement).toMatchObject({ name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR' });
    expect(agreement?.calendars.default?.holidays).toBe('DE');
  });

  it('lints clean: nobody has signed it, and that is all', () => {
    const { agreement, locate } = parseAgreement(write(acme), { metrics: metricIds });
    if (agreement === null) throw new Error('The template loads.');
    const issues = lintAgreement(agreement, { asOf: Date.UTC(2026, 9, 1), metrics: metricIds, locate });
    expect(issues.map(({ code, line, message }) => ({ code, line, message }))).toEqual([
      expect.objectContaining({ code: 'unsigned' }),
    ]);
  });

  it.each(['Müller & Söhne: "Vertrieb"', "O'Neill #1", 'yes', '2026', '- a\n- b', '{ a }', 'a\tb', '*x', '😀'])(
    'takes the name %j as it is',
    (name) => {
      const { agreement, issues } = parseAgreement(write({ ...acme, name, country: 'NO' }));
      expect(issues).toEqual([]);
      expect(agreement?.name).toBe(name);
      expect(agreement?.calendars.default?.holidays).toBe('NO');
    },
  );
});
