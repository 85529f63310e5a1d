/** What becomes of a meeting. */
export const meetingStatuses = ['scheduled', 'rescheduled', 'completed', 'no_show', 'canceled'] as const;
/** One of {@link meetingStatuses}. */
export type MeetingStatus = (typeof meetingStatuses)[number];

/** What a person says to being contacted. */
export const consentStatuses = ['granted', 'denied', 'withdrawn'] as const;
/** One of {@link consentStatuses}. */
export type ConsentStatus = (typeof consentStatuses)[number];

/** What a company is to us. */
export const companyStates = ['customer', 'open_deal'] as const;
/** One of {@link companyStates}. */
export type CompanyState = (typeof companyStates)[number];

/** How well a lead fits the profile, best first. */
export const grades = ['A', 'B', 'C', 'D'] as const;
/** One of {@link grades}. */
export type Grade = (typeof grades)[number];

/** Days of the week, Monday first as ISO 8601 counts. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** One of {@link weekdays}. */
export type Weekday = (typeof weekdays)[number];

/** Calendar grains, cut in the agreement's time zone. */
export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
/** One of {@link grains}. */
export type CalendarGrain = (typeof grains)[number];
