import type { Page } from 'playwright-core';
import { shownText } from './shown-text.ts';

/** Leads, won and rate, as the page writes them. */
export interface ShownFigures {
  readonly leads: string;
  readonly won: string;
  readonly rate: string;
}

/** Where the page shows the three figures: as key numbers, and in the funnel. */
const places = {
  metrics: {
    leads: 'st-metric[metric=captured] .number',
    won: 'st-metric[metric=won] .number',
    rate: 'st-metric[metric=lead_to_win_rate] .number',
  },
  funnel: {
    leads: 'st-funnel tr[data-stage=captured] .leads .number',
    won: 'st-funnel tr[data-stage=won] .leads .number',
    rate: 'st-funnel tr[data-stage=won] .whole .number',
  },
} as const;

/** The three figures at each place of the page. */
export async function shownFigures(page: Page): Promise<Readonly<Record<keyof typeof places, ShownFigures>>> {
  const read = async (place: (typeof places)[keyof typeof places]): Promise<ShownFigures> => ({
    leads: await shownText(page.locator(place.leads)),
    won: await shownText(page.locator(place.won)),
    rate: await shownText(page.locator(place.rate)),
  });
  return { metrics: await read(places.metrics), funnel: await read(places.funnel) };
}
