import { parseMap } from '@sameteam/connectors';
import { expect, it } from 'vitest';
import { mapSkeleton } from './map-skeleton.ts';

it('is a map that can be used as it is', () => {
  const map = parseMap(mapSkeleton({ zone: 'Europe/Berlin', currency: 'CHF' }), { name: 'sameteam.map.yaml' });
  expect(map.zone).toBe('Europe/Berlin');
  expect(Object.keys(map.files)).toEqual(['leads', 'deals']);
  expect(JSON.stringify(map)).toContain('CHF');
});
