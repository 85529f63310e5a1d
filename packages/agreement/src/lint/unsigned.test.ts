import { describe, expect, it } from 'vitest';
import { lintCase } from '../../test/lint-case.ts';
import { unsigned } from './unsigned.ts';

describe('unsigned', () => {
  it('says whose signatures are missing, at the place that names them', () => {
    const [issue] = lintCase(unsigned, {});
    expect(issue?.pointer).toBe('/signatures');
    expect(issue?.message).toContain('is not signed by marketing, sales');
    expect(lintCase(unsigned, {}, { signed: 'partly' })[0]?.message).toContain('not yet by all');
  });

  it('is silent once they hold', () => {
    expect(lintCase(unsigned, {}, { signed: 'signed' })).toEqual([]);
  });
});
