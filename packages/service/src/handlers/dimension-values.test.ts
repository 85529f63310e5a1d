import { describe, expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { dimensionValues } from './dimension-values.ts';

const context = await acmeContext();

describe('dimensionValues', () => {
  it('gives the values with most leads first, the missing one among them', async () => {
    const { dimension, values, more } = await dimensionValues(context, { id: 'source.channel' });
    expect(dimension).toBe('source.channel');
    expect(values[0]).toEqual({ value: 'email', leads: 2 });
    expect(values).toHaveLength(4);
    expect(values).toContainEqual({ value: null, leads: 1 });
    expect(more).toBe(false);
  });

  it('says that there are more than were asked for', async () => {
    expect(await dimensionValues(context, { id: 'source.channel', limit: 1 })).toMatchObject({
      values: [{ value: 'email' }],
      more: true,
    });
    expect(await dimensionValues(context, { id: 'source.channel', limit: 4 })).toMatchObject({ more: false });
  });

  it('names the nearest dimension, and has no values for a calendar grain', async () => {
    await expect(dimensionValues(context, { id: 'source.chanel' })).rejects.toMatchObject({
      code: 'unknown-dimension',
      problem: { issues: [{ pointer: '/id', nearest: 'source.channel' }] },
    });
    await expect(dimensionValues(context, { id: 'month' })).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(dimensionValues(context, { id: 'owner', limit: 0 })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });
});
