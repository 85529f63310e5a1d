import { channels } from './channels.ts';

/** A campaign of one channel in one quarter. */
export interface Campaign {
  /** Its name in reports, and its id. */
  readonly name: string;
  readonly channel: string;
  /** Weight among the campaigns of its channel and quarter. */
  readonly weight: number;
  readonly landingPage: string | null;
}

type Theme = readonly [name: string, weight: number, landingPage: string | null];

const themes: Readonly<Record<string, readonly Theme[]>> = {
  paid_search: [
    ['brand', 0.3, '/demo'],
    ['shift-planning', 0.45, '/shift-planning'],
    ['competitors', 0.25, '/compare'],
  ],
  social: [
    ['carousel', 0.6, '/guide/absence'],
    ['video', 0.4, '/guide/overtime'],
  ],
  webinar: [
    ['planning-live', 0.55, '/webinars/planning-live'],
    ['working-time-law', 0.45, '/webinars/working-time-law'],
  ],
  event: [['fair', 1, null]],
  outbound: [
    ['logistics', 0.5, null],
    ['retail', 0.5, null],
  ],
  email: [
    ['newsletter', 0.7, '/magazine'],
    ['wake-up', 0.3, '/news'],
  ],
};

/** The site that landing pages lie on. */
export const site = 'https://halden.example';

/**
 * The campaigns of a channel in a quarter; none for channels that marketing does not run.
 * @param quarter quarters since year 0: year * 4 + 0 to 3
 */
export function campaignsOf(channel: string, quarter: number): readonly Campaign[] {
  const label = `${Math.floor(quarter / 4)}q${(quarter % 4) + 1}`;
  return (themes[channel] ?? []).map(([theme, weight, page]) => ({
    name: `${channel.replace('_', '-')}-${label}-${theme}`,
    channel,
    weight,
    landingPage: page === null ? null : site + page,
  }));
}

/** Landing pages of leads that come without a campaign. */
export const organicPages: readonly string[] = ['/', '/pricing', '/demo', '/guide/overtime', '/shift-planning'].map(
  (page) => site + page,
);

/** Channels that have campaigns. */
export const campaignChannels: readonly string[] = channels.flatMap(({ id }) =>
  id !== null && id in themes ? [id] : [],
);
