import type { FactRowOf } from '../schema/fact-schema.ts';
import type { CommonValues } from './cycle-row.ts';
import type { LeadStretch } from './lead-cycles.ts';
import { unknownState } from './lead-states.ts';
import type { LeadTouch } from './lead-touches.ts';
import { stateValues } from './state-values.ts';

/** What all rows of a lead have in common that are not of a cycle. */
export interface LeadFrame {
  readonly segment: string | null;
  readonly excluded: string | null;
}

/** Makes the row of a touch. */
export function touchRow(
  touch: LeadTouch,
  number: number,
  { segment, excluded }: LeadFrame,
  { after, rules }: LeadStretch,
  { lead, channel, medium, campaign, landingPage, motion, product }: CommonValues,
): FactRowOf<'touches'> {
  const states = stateValues(after[touch.index] ?? unknownState, touch.atMs, rules);
  return {
    lead,
    excluded,
    segment,
    at_touched: touch.atMs,
    activity: touch.activity,
    touch_channel: touch.channel,
    touch_campaign: touch.campaign,
    number,
    channel,
    medium,
    campaign,
    landing_page: landingPage,
    motion,
    product,
    owner: states.owner,
    team: states.team,
    readiness: states.readiness,
    grade: states.grade,
    reason: states.reason,
    version: states.version,
    cycle: states.cycle,
    company_size: states.company_size,
    industry: states.industry,
    country: states.country,
  };
}
