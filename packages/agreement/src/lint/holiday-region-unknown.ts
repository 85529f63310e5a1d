import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

/** A calendar with the holidays of a country or region that there is not. Only looked for when lint can ask. */
export const holidayRegionUnknown = lintRule({
  code: 'holiday-region-unknown',
  severity: 'error',
  title: 'Holidays of a country or region that there is not.',
  check: (subject) => {
    const { isHolidayRegion } = subject;
    if (isHolidayRegion === null) return [];
    return eachVariant(subject, ({ agreement: { calendars } }) =>
      Object.entries(calendars).flatMap(([name, { holidays }]) =>
        holidays === null || isHolidayRegion(holidays)
          ? []
          : [
              {
                path: ['calendars', name, 'holidays'],
                message: `No public holidays are known for "${holidays}", so that on the calendar "${name}" clocks would run on them.`,
                remedy:
                  'Use a country such as DE or one of its regions such as DE-BY, or list the days under "closed".',
              },
            ],
      ),
    );
  },
});
