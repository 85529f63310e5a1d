import { describe, expect, it } from 'vitest';
import { holidayRegions, isHolidayRegion } from './holiday-regions.ts';

describe('holidayRegions', () => {
  it('names countries, states and regions, each once and each known', () => {
    const regions = holidayRegions();
    expect(regions).toEqual(expect.arrayContaining(['DE', 'DE-BY', 'DE-BY-A', 'US', 'US-CA', 'GB-SCT']));
    expect(new Set(regions).size).toBe(regions.length);
    expect(regions.length).toBeGreaterThan(500);
    for (const region of regions.filter((_, index) => index % 13 === 0))
      expect(isHolidayRegion(region), region).toBe(true);
  });

  it.each(['', 'XX', 'de', 'DE-XX', 'DE-BY-XX', 'DE-BY-A-A', 'DE-', 'constructor', 'DE-constructor'])(
    'does not name %j',
    (name) => {
      expect(isHolidayRegion(name)).toBe(false);
    },
  );
});
