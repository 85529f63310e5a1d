/** Changes of the log odds of four stages: how good the leads of a channel are. */
export interface Quality {
  readonly mql: number;
  readonly sal: number;
  readonly sql: number;
  readonly won: number;
}

/** One half of a mixture of times: days with a lognormal distribution. */
export interface PacePart {
  readonly medianDays: number;
  readonly sigma: number;
}

/** A source of leads with everything that makes it differ from the others. */
export interface Channel {
  /** As in `source.channel`; `null` for leads of which nobody wrote down where they came from. */
  readonly id: string | null;
  readonly medium: string | null;
  readonly motion: 'inbound' | 'outbound' | null;
  /** Share of all leads in the first month. */
  readonly share: number;
  /** Growth of that share in a year, with drift. */
  readonly growthPerYear: number;
  /** Weights of the intents demo, content, low. */
  readonly intents: readonly [number, number, number];
  /** Weights of the sizes small, medium, large, huge. */
  readonly sizes: readonly [number, number, number, number];
  /** Weights of the roles c_level, vp, manager, other. */
  readonly roles: readonly [number, number, number, number];
  /** Share of leads from an industry of the profile. */
  readonly targetIndustry: number;
  /** Weights of the regions dach, europe, overseas. */
  readonly regions: readonly [number, number, number];
  readonly quality: Quality;
  /** What 24 months add to the log odds of accepting, qualifying and winning, in equal monthly steps. */
  readonly driftIn24Months: number;
  /** Share of quick buyers, and the time from capture to won of quick and of slow ones. */
  readonly pace: { readonly quickShare: number; readonly quick: PacePart; readonly slow: PacePart };
  /** Cost of one lead in minor units of EUR; 0 where nothing is spent. */
  readonly costPerLeadMinor: number;
  /** Leads come in the hours of work only, because somebody has to type them in. */
  readonly officeHours: boolean;
  /** Share of leads that are recorded days later, such as the list of a fair. */
  readonly lateShare: number;
}

type Pace = readonly [quickShare: number, quickDays: number, slowDays: number];

function channel(
  id: string | null,
  {
    pace,
    quality = [0, 0, 0, 0],
    ...rest
  }: Partial<Omit<Channel, 'id' | 'pace' | 'quality'>> & {
    readonly share: number;
    readonly intents: Channel['intents'];
    readonly pace: Pace;
    readonly quality?: readonly [mql: number, sal: number, sql: number, won: number];
  },
): Channel {
  const [quickShare, quickDays, slowDays] = pace;
  const [mql, sal, sql, won] = quality;
  return {
    id,
    medium: null,
    motion: 'inbound',
    growthPerYear: 0,
    sizes: [0.34, 0.31, 0.27, 0.08],
    roles: [0.14, 0.2, 0.36, 0.3],
    targetIndustry: 0.55,
    regions: [0.62, 0.26, 0.12],
    driftIn24Months: 0,
    costPerLeadMinor: 0,
    officeHours: false,
    lateShare: 0,
    ...rest,
    quality: { mql, sal, sql, won },
    pace: {
      quickShare,
      quick: { medianDays: quickDays, sigma: 0.6 },
      slow: { medianDays: slowDays, sigma: 0.55 },
    },
  };
}

/**
 * The sources of the simulated company. Paid search decays and webinars improve; the others keep their quality.
 * The shares add up to 1.
 */
export const channels: readonly Channel[] = [
  channel('organic_search', {
    medium: 'organic',
    share: 0.2,
    growthPerYear: 0.1,
    intents: [0.24, 0.4, 0.36],
    pace: [0.35, 24, 85],
  }),
  channel('paid_search', {
    medium: 'cpc',
    share: 0.17,
    intents: [0.3, 0.34, 0.36],
    sizes: [0.4, 0.32, 0.22, 0.06],
    pace: [0.45, 20, 75],
    quality: [0.05, -0.05, 0, -0.05],
    driftIn24Months: -0.55,
    costPerLeadMinor: 11_500,
  }),
  channel('social', {
    medium: 'paid_social',
    share: 0.1,
    growthPerYear: 0.15,
    intents: [0.07, 0.36, 0.57],
    sizes: [0.42, 0.3, 0.22, 0.06],
    roles: [0.08, 0.14, 0.36, 0.42],
    pace: [0.25, 26, 110],
    quality: [-0.2, -0.35, -0.2, -0.25],
    costPerLeadMinor: 6_200,
  }),
  channel('referral', {
    medium: 'referral',
    share: 0.05,
    intents: [0.42, 0.4, 0.18],
    roles: [0.24, 0.26, 0.32, 0.18],
    targetIndustry: 0.7,
    pace: [0.5, 18, 60],
    quality: [0.3, 0.5, 0.35, 0.45],
  }),
  channel('webinar', {
    medium: 'webinar',
    share: 0.1,
    growthPerYear: 0.05,
    intents: [0.06, 0.7, 0.24],
    pace: [0.15, 30, 105],
    quality: [0.1, -0.1, -0.05, -0.1],
    driftIn24Months: 0.55,
    costPerLeadMinor: 4_800,
  }),
  channel('event', {
    medium: 'fair',
    share: 0.06,
    intents: [0.12, 0.55, 0.33],
    sizes: [0.2, 0.3, 0.36, 0.14],
    roles: [0.18, 0.26, 0.36, 0.2],
    targetIndustry: 0.7,
    regions: [0.78, 0.17, 0.05],
    pace: [0.15, 28, 120],
    quality: [0, 0, 0.05, 0.05],
    costPerLeadMinor: 19_500,
    officeHours: true,
    lateShare: 0.7,
  }),
  channel('partner', {
    medium: 'partner',
    share: 0.05,
    growthPerYear: 0.2,
    intents: [0.45, 0.4, 0.15],
    sizes: [0.18, 0.3, 0.38, 0.14],
    targetIndustry: 0.65,
    pace: [0.4, 22, 70],
    quality: [0.25, 0.4, 0.25, 0.3],
    officeHours: true,
    lateShare: 0.2,
  }),
  channel('outbound', {
    medium: 'sequence',
    motion: 'outbound',
    share: 0.11,
    intents: [0.15, 0.45, 0.4],
    sizes: [0.06, 0.24, 0.5, 0.2],
    roles: [0.2, 0.34, 0.34, 0.12],
    targetIndustry: 0.85,
    regions: [0.8, 0.16, 0.04],
    pace: [0.15, 30, 125],
    quality: [-0.25, -0.5, -0.3, -0.2],
    costPerLeadMinor: 3_900,
    officeHours: true,
  }),
  channel('email', {
    medium: 'newsletter',
    share: 0.07,
    growthPerYear: -0.1,
    intents: [0.08, 0.5, 0.42],
    pace: [0.25, 24, 95],
    quality: [0, -0.1, -0.1, -0.1],
    costPerLeadMinor: 900,
  }),
  channel('unknown', { share: 0.04, intents: [0.2, 0.4, 0.4], pace: [0.35, 24, 90], motion: null }),
  channel(null, { share: 0.05, intents: [0.15, 0.4, 0.45], pace: [0.35, 24, 90], motion: null, lateShare: 0.1 }),
];
