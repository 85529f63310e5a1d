import { type EventType, eventTypes, type StageId, stages } from '@sameteam/model';

/** How a stage is reached: by an event of the lead itself, or of an opportunity that is linked to it. */
export interface StageFold {
  readonly stage: StageId;
  readonly event: EventType;
  readonly of: 'lead' | 'opportunity';
}

/** A value that the last event of a type sets, or clears by an explicit null. */
export interface LastFold {
  readonly name: 'owner' | 'readiness';
  readonly event: EventType;
  /** Path in `data`. */
  readonly field: string;
}

/** A value of the first capture, which later `lead.updated` events correct where they name it. */
export interface CaptureFold {
  readonly name: 'channel' | 'medium' | 'campaign' | 'landingPage' | 'motion' | 'product';
  readonly path: readonly string[];
}

/**
 * The one declaration of the fold of a lead, from which the memory engine makes its loop and the others their SQL.
 *
 * - A stage is attained at its first event that no later correction takes back (rule 20). A stage that was skipped
 *   counts as passed at the time of the next one attained and is marked implied (rule 19).
 * - A last value is read at each stage, up to and including the event that attained it, and at as-of (rule 17).
 * - Events are ordered by (time, rank of type, source, id), strings as UTF-8 bytes.
 */
export const leadFold: {
  readonly stages: readonly StageFold[];
  readonly last: readonly LastFold[];
  readonly capture: readonly CaptureFold[];
} = {
  stages: [
    { stage: 'captured', event: 'lead.captured', of: 'lead' },
    { stage: 'mql', event: 'lead.qualified', of: 'lead' },
    { stage: 'handed_off', event: 'lead.handed_off', of: 'lead' },
    { stage: 'sal', event: 'lead.accepted', of: 'lead' },
    { stage: 'sql', event: 'lead.sales_qualified', of: 'lead' },
    { stage: 'opportunity', event: 'opportunity.opened', of: 'opportunity' },
    { stage: 'won', event: 'opportunity.won', of: 'opportunity' },
  ],
  last: [
    { name: 'owner', event: 'lead.assigned', field: 'to' },
    { name: 'readiness', event: 'lead.qualified', field: 'readiness' },
  ],
  capture: [
    { name: 'channel', path: ['source', 'channel'] },
    { name: 'medium', path: ['source', 'medium'] },
    { name: 'campaign', path: ['source', 'campaign'] },
    { name: 'landingPage', path: ['source', 'landingPage'] },
    { name: 'motion', path: ['source', 'motion'] },
    { name: 'product', path: ['product'] },
  ],
};

/** Number of stages. */
export const stageCount = stages.length;

/** Events that make a lead exist. */
export const leadEventRanks: readonly number[] = eventTypes.flatMap((type, rank) =>
  type.startsWith('lead.') ? [rank] : [],
);

/** Events that an opportunity folds. */
export const opportunityEventRanks: readonly number[] = eventTypes.flatMap((type, rank) =>
  type.startsWith('opportunity.') ? [rank] : [],
);

/**
 * Position of an event in its subject's order, but for ties of one type at one instant:
 * `timeMs * 64 + rank`, exact up to the year 6429; after it neighbouring ranks of one instant may tie.
 */
export const keyScale = 64;
