import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../default-agreement.ts';
import { type CalendarOptions, compileCalendar } from './compile-calendar.ts';
import type { CalendarClause } from './day-hours.ts';

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

function calendarOf(given: Partial<CalendarClause>, options: CalendarOptions = {}) {
  const clause = { ...(defaultAgreement.calendars.default as CalendarClause), zone: 'Europe/Berlin', ...given };
  return compileCalendar(clause, options);
}

const office = calendarOf({});
const everyNight = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], hours: ['22:00-06:00'] } as const;
const always = { days: everyNight.days, hours: ['00:00-24:00'] } as const;

describe('an office from nine to five in Berlin', () => {
  it.each([
    ['within a day', '2026-03-04T09:00:00Z', '2026-03-04T11:30:00Z', 2.5 * 3600],
    ['over a night', '2026-03-04T15:00:00Z', '2026-03-05T09:00:00Z', 2 * 3600],
    ['over a weekend in which the clocks change', '2026-03-27T15:00:00Z', '2026-03-30T08:00:00Z', 2 * 3600],
    ['over a weekend', '2026-03-07T01:00:00Z', '2026-03-08T22:00:00Z', 0],
    ['over a year of 261 working days', '2025-12-31T23:00:00Z', '2026-12-31T23:00:00Z', 261 * 8 * 3600],
    ['from the last instant before opening', '2026-03-04T07:59:59.999Z', '2026-03-04T08:00:01Z', 1],
    ['for less than a second', '2026-03-04T09:00:00.001Z', '2026-03-04T09:00:01Z', 0],
    ['over a night that splits a second', '2026-03-04T15:59:59.500Z', '2026-03-05T08:00:00.500Z', 1],
  ])('counts %s', (_, from, to, seconds) => {
    expect(office.workingSeconds(at(from), at(to))).toBe(seconds);
    expect(office.workingSeconds(at(to), at(from))).toBe(0 - seconds);
  });

  it('is open from its first instant to the one before its last', () => {
    const isOpen = (text: string) => office.isWorking(at(text));
    expect(isOpen('2026-03-04T07:59:59.999Z')).toBe(false);
    expect(isOpen('2026-03-04T08:00:00Z')).toBe(true);
    expect(isOpen('2026-03-04T15:59:59.999Z')).toBe(true);
    expect(isOpen('2026-03-04T16:00:00Z')).toBe(false);
    expect(isOpen('2026-03-07T12:00:00Z')).toBe(false);
  });

  it.each([
    ['5wm', '2026-03-04T09:20:00.250Z', '2026-03-04T09:25:00.250Z'],
    ['1wh', '2026-03-04T09:20:00.250Z', '2026-03-04T10:20:00.250Z'],
    ['1wd', '2026-03-04T09:20:00Z', '2026-03-05T09:20:00Z'],
    // The limit is used up at closing time already, not when work begins again.
    ['1wh', '2026-03-06T15:00:00Z', '2026-03-06T16:00:00Z'],
    ['3wd', '2026-03-06T18:00:00Z', '2026-03-11T16:00:00Z'],
    ['15m', '2026-03-07T03:00:00Z', '2026-03-07T03:15:00Z'],
    ['1d', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z'],
  ] as const)('uses %s up from %s at %s', (within, from, due) => {
    expect(iso(office.dueMs(at(from), within))).toBe(iso(at(due)));
  });

  it('keeps a limit up to the second before it is exceeded', () => {
    const from = at('2026-03-06T15:00:00.400Z');
    const due = office.dueMs(from, '2wh');
    expect(iso(due)).toBe('2026-03-09T09:00:00.400Z');
    expect(office.workingSeconds(from, due - 1)).toBe(7199);
    expect(office.workingSeconds(from, due)).toBe(7200);
    expect(office.workingSeconds(from, due + 999)).toBe(7200);
    expect(office.workingSeconds(from, due + 1000)).toBe(7201);
  });

  it('goes back to the latest instant since which so much was worked', () => {
    expect(iso(office.addWorkingSeconds(at('2026-03-09T08:30:00Z'), -3600))).toBe('2026-03-06T15:30:00Z');
    expect(iso(office.addWorkingSeconds(at('2026-03-09T09:00:00Z'), -3600))).toBe('2026-03-09T08:00:00Z');
    expect(iso(office.addWorkingSeconds(at('2026-03-08T09:00:00Z'), 0))).toBe('2026-03-08T09:00:00Z');
  });

  it('tells limits in seconds', () => {
    expect(office.limitOf('2wd')).toEqual({ seconds: 16 * 3600, working: true });
    expect(office.limitOf('2d')).toEqual({ seconds: 48 * 3600, working: false });
  });
});

describe('the nominal day', () => {
  it.each([
    [['09:00-17:00'], 8],
    [['08:00-12:00', '11:00-13:00', '14:00-18:00'], 9],
    [['22:00-06:00'], 8],
    [['00:00-24:00'], 24],
    // What reaches into the morning lies there under the other hours.
    [['20:00-04:00', '02:00-06:00'], 10],
    [['08:00-07:00', '06:00-09:00'], 24],
  ])('of %j has %i hours', (hours, expected) => {
    expect(calendarOf({ hours, hoursOn: { fri: ['09:00-10:00'] } }).nominalDaySeconds).toBe(expected * 3600);
  });
});

describe('a change of the clocks', () => {
  const worked = (given: Partial<CalendarClause>, from: string, to: string) =>
    calendarOf(given).workingSeconds(at(from), at(to)) / 3600;

  it.each([
    ['Europe/Berlin', 'forward', '2026-03-28T12:00:00Z', 7],
    ['Europe/Berlin', 'back', '2026-10-24T12:00:00Z', 9],
    ['America/New_York', 'forward', '2026-03-07T17:00:00Z', 7],
    ['America/New_York', 'back', '2026-10-31T17:00:00Z', 9],
    ['America/Sao_Paulo', 'forward at midnight', '2017-10-14T15:00:00Z', 7],
    ['America/Sao_Paulo', 'back over midnight', '2017-02-18T15:00:00Z', 9],
    ['Australia/Lord_Howe', 'forward by half an hour', '2026-10-03T02:00:00Z', 7.5],
    ['Australia/Lord_Howe', 'back by half an hour', '2026-04-04T02:00:00Z', 8.5],
  ])('makes a night shift in %s that goes %s as long as it really is', (zone, _, noon, hours) => {
    const nextNoon = new Date(at(noon) + 86_400_000).toISOString();
    expect(worked({ ...everyNight, zone }, noon, nextNoon)).toBe(hours);
  });

  it('lets a block that begins in a gap begin at its end, and drops one that lies within', () => {
    const given = { days: everyNight.days, hours: ['02:30-08:00'] };
    expect(worked(given, '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(5);
    expect(worked({ ...given, hours: ['02:10-02:50'] }, '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(0);
  });

  it('counts what the clocks show twice twice, with the break between', () => {
    const calendar = calendarOf({ days: everyNight.days, hours: ['02:30-08:00'] });
    expect(calendar.workingSeconds(at('2026-10-24T22:00:00Z'), at('2026-10-25T23:00:00Z')) / 3600).toBe(6);
    expect(calendar.isWorking(at('2026-10-25T00:45:00Z'))).toBe(true);
    expect(calendar.isWorking(at('2026-10-25T01:15:00Z'))).toBe(false);
    expect(calendar.isWorking(at('2026-10-25T01:30:00Z'))).toBe(true);
  });

  it('works through a day that the zone skipped', () => {
    // Samoa went from 2011-12-29 to 2011-12-31.
    expect(worked({ ...always, zone: 'Pacific/Apia' }, '2011-12-29T10:00:00Z', '2011-12-31T10:00:00Z')).toBe(48);
    expect(
      worked({ hours: ['09:00-17:00'], zone: 'Pacific/Apia' }, '2011-12-29T10:00:00Z', '2012-01-01T10:00:00Z'),
    ).toBe(8);
  });
});

describe('clocks that go back over midnight of New Year', () => {
  const turn = at('2026-12-31T23:30:00Z');
  /** Half past midnight becomes half past eleven of the old year. */
  const zones: CalendarOptions['zones'] = (_, { fromMs, toMs }) => [
    { fromMs, offsetMs: fromMs < turn ? 3_600_000 : 0 },
    ...(fromMs < turn && turn <= toMs ? [{ fromMs: turn, offsetMs: 0 }] : []),
  ];

  it.each([
    ['from the year before', [2026, 2027]],
    ['from the year after', [2027, 2026]],
  ] as const)('show the end of the year twice, asked %s', (_, [first, second]) => {
    const calendar = calendarOf({ days: ['thu'], hours: ['23:15-23:45'] }, { zones });
    for (const year of [first, second]) calendar.isWorking(Date.UTC(year, 6));
    expect(calendar.workingSeconds(at('2026-12-31T12:00:00Z'), at('2026-12-31T23:15:00Z'))).toBe(30 * 60);
    expect(calendar.workingSeconds(at('2026-12-31T12:00:00Z'), at('2027-01-01T12:00:00Z'))).toBe(45 * 60);
    expect(iso(calendar.addWorkingSeconds(at('2026-12-31T12:00:00Z'), 40 * 60))).toBe('2026-12-31T23:40:00Z');
    expect(iso(calendar.addWorkingSeconds(at('2027-01-01T12:00:00Z'), -15 * 60))).toBe('2026-12-31T23:30:00Z');
  });

  it('leave work without a break without one', () => {
    const calendar = calendarOf(always, { zones });
    expect(calendar.workingSeconds(at('2026-12-01T00:00:00Z'), at('2027-02-01T00:00:00Z'))).toBe(62 * 86_400);
  });
});

describe('days that are not as others', () => {
  const everyDay = { days: everyNight.days, hours: ['09:00-17:00'] };
  const hoursOn = (given: Partial<CalendarClause>, day: string, options: CalendarOptions = {}) =>
    calendarOf({ ...everyDay, ...given, zone: 'UTC' }, options).workingSeconds(
      at(`${day}T00:00:00Z`),
      at(`${day}T24:00:00Z`),
    ) / 3600;
  const holidays: CalendarOptions = { holidays: (_, year) => [{ date: `${year}-12-24`, name: 'Christmas Eve' }] };

  it('closes by date, by year and on the leap day', () => {
    const closed = ['2026-05-15', '12-31', '02-29'];
    expect(hoursOn({ closed }, '2026-05-15')).toBe(0);
    expect(hoursOn({ closed }, '2027-05-15')).toBe(8);
    expect(hoursOn({ closed }, '2031-12-31')).toBe(0);
    expect(hoursOn({ closed }, '2028-02-29')).toBe(0);
    expect([hoursOn({ closed }, '2027-02-28'), hoursOn({ closed }, '2027-03-01')]).toEqual([8, 8]);
  });

  it('closes the shifts that begin on a closed day, and leaves the night before to its own day', () => {
    const nights = { ...everyNight, closed: ['2026-05-15'] };
    expect(hoursOn(nights, '2026-05-14')).toBe(8);
    expect(hoursOn(nights, '2026-05-15')).toBe(6);
    expect(hoursOn(nights, '2026-05-16')).toBe(2);
  });

  it('opens with the hours of a half day, all of them together', () => {
    const halfDays = [
      { on: '12-24', hours: ['09:00-11:00'] },
      { on: '12-24', hours: ['10:00-12:00'] },
    ];
    expect(hoursOn({ halfDays }, '2026-12-24')).toBe(3);
  });

  it('lets what is said of one day beat what is said of every year, and closing beat opening', () => {
    const half = (on: string) => [{ on, hours: ['09:00-12:00'] }];
    const law = { holidays: 'DE' };
    expect(hoursOn({ halfDays: half('2026-12-24'), closed: ['12-24'] }, '2026-12-24')).toBe(3);
    expect(hoursOn({ halfDays: half('2026-12-24'), closed: ['2026-12-24'] }, '2026-12-24')).toBe(0);
    expect(hoursOn({ halfDays: half('12-24'), closed: ['12-24'] }, '2026-12-24')).toBe(0);
    expect(hoursOn({ halfDays: half('2026-12-24'), ...law }, '2026-12-24', holidays)).toBe(3);
    expect(hoursOn({ halfDays: half('12-24'), ...law }, '2026-12-24', holidays)).toBe(0);
    expect(hoursOn({ halfDays: half('2026-12-24'), days: ['mon'] }, '2026-12-24')).toBe(3);
    expect(hoursOn({ halfDays: half('12-24'), days: ['mon'] }, '2026-12-24')).toBe(0);
  });

  it('has hours of its own on a day of the week, which they open', () => {
    const given = { days: ['mon'], hoursOn: { mon: ['10:00-11:00'], sat: ['10:00-14:00'] } } as const;
    expect([hoursOn(given, '2026-03-02'), hoursOn(given, '2026-03-07'), hoursOn(given, '2026-03-03')]).toEqual([
      1, 4, 0,
    ]);
  });

  it('merges hours that overlap, over midnight too', () => {
    expect(hoursOn({ hours: ['08:00-12:00', '10:00-13:00', '13:00-14:00'] }, '2026-03-03')).toBe(6);
    expect(hoursOn({ hours: ['20:00-04:00', '02:00-06:00'] }, '2026-03-03')).toBe(10);
  });
});

describe('what cannot be counted', () => {
  it.each([
    ['what is no instant', () => office.workingSeconds(0, Number.NaN), 'instant-outside-calendar'],
    ['a date that stands for never', () => office.workingSeconds(0, at('9999-12-31')), 'instant-outside-calendar'],
    ['an instant before the calendar', () => office.isWorking(at('1899-12-31')), 'instant-outside-calendar'],
    ['half a second', () => office.addWorkingSeconds(0, 0.5), 'not-whole-seconds'],
    ['a limit that is no duration', () => office.dueMs(0, '1w' as '1wd'), 'not-a-duration'],
    ['a limit beyond the calendar', () => office.dueMs(0, '99999wd'), 'working-time-ends'],
    ['a zone that does not exist', () => calendarOf({}, { zone: 'Mars/Olympus' }), 'zone-unknown'],
    ['holidays that nobody knows', () => calendarOf({ holidays: 'DE' }), 'holidays-missing'],
  ])('is said of %s', (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ name: 'AgreementError', code }));
  });

  it('is a limit on a calendar that never works; nothing is worked on it', () => {
    const everyDay = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2028, 0, 1 + day)).toISOString());
    const never = calendarOf({ closed: everyDay.map((day) => day.slice(5, 10)) });
    expect(never.workingSeconds(at('2000-01-01'), at('2030-01-01'))).toBe(0);
    const said = /has no 3600 working seconds after 2026-01-01T00:00:00.000Z within the years 1900 to 2199/;
    expect(() => never.dueMs(at('2026-01-01'), '1wh')).toThrow(said);
    expect(() => never.addWorkingSeconds(at('2026-01-01'), -1)).toThrow(
      expect.objectContaining({ code: 'working-time-ends' }),
    );
  });
});
