export { holidayRegions, isHolidayRegion } from './holiday-regions.ts';
export { publicHolidays } from './public-holidays.ts';
