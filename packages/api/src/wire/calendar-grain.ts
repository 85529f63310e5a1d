/** A calendar grain, cut in the agreement's time zone. */
export type CalendarGrain = 'day' | 'week' | 'month' | 'quarter' | 'year';
