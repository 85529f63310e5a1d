import { companyFacts, contactFacts, lead, opportunity, personalFields, source } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { modelFields, traitsOf } from './fields.ts';

const shapes = { lead, contact: contactFacts, company: companyFacts, source, opportunity } as const;

describe('modelFields', () => {
  it.each(modelFields)('%s is a field of the model', (field) => {
    const [entity = '', name = ''] = field.split('.');
    expect(Object.hasOwn(shapes, entity)).toBe(true);
    expect(Object.keys(shapes[entity as keyof typeof shapes].shape)).toContain(name);
  });

  it('holds every field of contact, company and source', () => {
    for (const entity of ['contact', 'company', 'source'] as const) {
      for (const name of Object.keys(shapes[entity].shape).filter((key) => key !== 'ref')) {
        expect(modelFields).toContain(`${entity}.${name}`);
      }
    }
  });

  it('knows which fields are personal, as the model marks them', () => {
    const marked = Object.keys(personalFields('contact.updated') ?? {}).map((name) => `contact.${name}`);
    expect(modelFields.filter((field) => traitsOf(field).personal === true).sort()).toEqual(marked.sort());
  });

  it('takes attributes for anything, and answers for text', () => {
    expect(traitsOf('lead.attributes.budget')).toEqual({ type: 'any' });
    expect(traitsOf('answers.timeline')).toEqual({ type: 'text' });
  });
});
