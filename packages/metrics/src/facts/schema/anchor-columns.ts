import { stages } from '@sameteam/model';
import type { FactGrain } from './fact-schema.ts';

/** Times that place the rows of a grain in time: engines keep the local day of each, see `dayColumn`. */
const anchors: Readonly<Record<FactGrain, readonly string[]>> = {
  leads: [
    ...stages.map((stage) => `at_${stage}`),
    'at_rejected',
    'at_recycled',
    'at_disqualified',
    'at_lost',
    'at_revived',
    'at_exit',
  ],
  cycles: ['at_handed_off', 'at_assigned', 'at_attempted', 'at_decided', 'at_rejected', 'at_recycled', 'at_ended'],
  entries: ['at_started', 'at_due'],
  opportunities: ['at_opportunity', 'at_won', 'at_lost', 'at_closed', 'at_first_push'],
  spans: ['at_began', 'at_left'],
  companies: ['at_captured', 'at_mql', 'at_mqa', 'at_opportunity', 'at_customer', 'at_churned'],
  changes: ['at_changed'],
  touches: ['at_touched'],
  meetings: ['at_booked', 'at_starts', 'at_held', 'at_no_show', 'at_canceled'],
  spend: ['at_spent'],
  pulses: ['at_answered'],
};

/**
 * The time columns of a grain that periods and calendars can cut.
 * @example anchorColumns('touches') // ['at_touched']
 */
export function anchorColumns(grain: FactGrain): readonly string[] {
  return anchors[grain];
}
