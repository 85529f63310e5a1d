import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { termWithoutSource } from './term-without-source.ts';

const term = (...requires: readonly string[]) => ({ sal: { means: 'Accepted.', entered: 'sales', requires } });

describe('term-without-source', () => {
  it('finds an attribute that no field declares', () => {
    const terms = term('company.employees', 'lead.attributes.budget');
    expect(lintPlaces(termWithoutSource, { terms })).toEqual(['/terms/sal/requires/1']);
    const fields = [
      { field: 'lead.attributes.budget', entered: 'sales' },
      { field: 'opportunity.amount', entered: 'sales' },
    ];
    expect(lintPlaces(termWithoutSource, { terms, fields })).toEqual([]);
  });

  it('finds what a stage or a hand-off requires and nobody enters', () => {
    const stages = [{ id: 'first', probability: 0.1, requires: ['opportunity.closeDate'] }];
    expect(lintPlaces(termWithoutSource, { pipelines: { new: { stages } } })).toEqual([
      '/pipelines/new/stages/0/requires/0',
    ]);
    const owned = stages.map((stage) => ({ ...stage, entered: 'sales' }));
    expect(lintPlaces(termWithoutSource, { pipelines: { new: { stages: owned } } })).toEqual([]);
  });

  it('leaves alone what the capture says, what is asked, and terms that nobody owns', () => {
    const terms = term('contact.email', 'source.campaign', 'company.domain', 'answers.timeline');
    expect(lintPlaces(termWithoutSource, { terms })).toEqual([]);
    const unowned = { sal: { means: 'Accepted.', requires: ['company.industry'] } };
    expect(lintPlaces(termWithoutSource, { terms: unowned })).toEqual([]);
  });
});
