import { type StageId, stages } from '@sameteam/model';
import { keyScale } from '../lead-fold.ts';
import type { StoryEvent } from '../story/story.ts';
import { ranks } from './ranks.ts';

/** Which stages a lead reached, and when. */
export interface LeadStages {
  /** By stage: order key (`timeMs * 64 + rank`) of what attained it, implied ones included; NaN where it was not. */
  readonly key: readonly number[];
  /** A bit for each stage that is implied by a later one (rule 19). */
  readonly implied: number;
  /** Whether a later stage has an earlier time. */
  readonly impossible: boolean;
  /** By stage: key of the last correction that takes it back; `null` where there is none at all (rule 20). */
  readonly corrections: readonly number[] | null;
  /** Key of the first loss of an opportunity that no later reopening takes back; NaN for none. */
  readonly lostKey: number;
}

const opportunityStage = stages.indexOf('opportunity');
const wonStage = stages.indexOf('won');

const stageOfRank = new Int8Array(256).fill(-1);
for (const [rank, stage] of [
  [ranks.captured, 'captured'],
  [ranks.qualified, 'mql'],
  [ranks.handedOff, 'handed_off'],
  [ranks.accepted, 'sal'],
  [ranks.salesQualified, 'sql'],
] as const) {
  stageOfRank[rank] = stages.indexOf(stage);
}

/** Place of an event in the order of its story, but for ties of one type at one instant. */
export function orderKey({ timeMs, rank }: StoryEvent): number {
  return timeMs * keyScale + rank;
}

/** The time of an order key. */
export function timeOfKey(key: number): number {
  return Math.floor(key / keyScale);
}

/** Whether a correction takes back what an event attained. */
export function isTakenBack({ corrections }: Pick<LeadStages, 'corrections'>, event: StoryEvent): boolean {
  if (corrections === null) return false;
  const stage = stageOfRank[event.rank] as number;
  return stage !== -1 && orderKey(event) <= (corrections[stage] as number);
}

/**
 * Folds the stages of a lead: each is attained at its first event that no later correction takes back; those of
 * opportunities by the first opening and the first win that was not reopened, of any that it is linked with. O(events).
 */
export function leadStages(events: readonly StoryEvent[], deals: ReadonlySet<string>): LeadStages {
  const corrections = lastCorrections(events);
  const key: number[] = stages.map(() => Number.NaN);
  for (const event of events) {
    const stage = stageOfRank[event.rank] as number;
    if (stage === -1 || !Number.isNaN(key[stage])) continue;
    const at = orderKey(event);
    if (corrections === null || at > (corrections[stage] as number)) key[stage] = at;
  }
  const lostKey = deals.size === 0 ? Number.NaN : attainByDeals(events, deals, key, corrections);
  const implied = implySkipped(key);
  return { key, implied, impossible: isImpossible(key, implied), corrections, lostKey };
}

function lastCorrections(events: readonly StoryEvent[]): readonly number[] | null {
  let last: number[] | null = null;
  for (const event of events) {
    if (event.rank !== ranks.stageReset || event.payload.kind !== 'correction') continue;
    last ??= stages.map(() => Number.NEGATIVE_INFINITY);
    const to = stages.indexOf(event.payload.to as StageId);
    for (let stage = to + 1; stage < stages.length; stage++) last[stage] = orderKey(event);
  }
  return last;
}

interface DealKeys {
  opened: number;
  won: number;
  lost: number;
}

/** @returns the key of the first loss that stands */
function attainByDeals(
  events: readonly StoryEvent[],
  deals: ReadonlySet<string>,
  key: number[],
  corrections: readonly number[] | null,
): number {
  let openedByWin = Number.NaN;
  let lostKey = Number.NaN;
  for (const { opened, won, lost } of dealKeys(events, deals).values()) {
    attain(opportunityStage, opened);
    if (attain(wonStage, won) && Number.isNaN(opened)) openedByWin = earlier(openedByWin, won);
    lostKey = earlier(lostKey, lost);
  }
  // One that was won without being opened passed its opening by then: its win implies it.
  if ((key[opportunityStage] as number) > openedByWin) key[opportunityStage] = Number.NaN;
  return lostKey;

  /** Whether the key counts. */
  function attain(stage: number, at: number): boolean {
    if (Number.isNaN(at) || at <= (corrections?.[stage] ?? Number.NEGATIVE_INFINITY)) return false;
    key[stage] = earlier(key[stage] as number, at);
    return true;
  }
}

function dealKeys(events: readonly StoryEvent[], deals: ReadonlySet<string>): ReadonlyMap<string, DealKeys> {
  const keys = new Map<string, DealKeys>();
  for (const event of events) {
    const { rank, subject } = event;
    if (rank !== ranks.opened && rank !== ranks.won && rank !== ranks.lost && rank !== ranks.reopened) continue;
    if (!deals.has(subject)) continue;
    let deal = keys.get(subject);
    if (deal === undefined) {
      deal = { opened: Number.NaN, won: Number.NaN, lost: Number.NaN };
      keys.set(subject, deal);
    }
    if (rank === ranks.opened) deal.opened = earlier(deal.opened, orderKey(event));
    else if (rank === ranks.won) deal.won = earlier(deal.won, orderKey(event));
    else if (rank === ranks.lost) deal.lost = earlier(deal.lost, orderKey(event));
    else deal.won = deal.lost = Number.NaN;
  }
  return keys;
}

function earlier(a: number, b: number): number {
  return a <= b || Number.isNaN(b) ? a : b;
}

function implySkipped(key: number[]): number {
  let implied = 0;
  for (let stage = stages.length - 2; stage >= 0; stage--) {
    const next = key[stage + 1] as number;
    if (!Number.isNaN(key[stage]) || Number.isNaN(next)) continue;
    key[stage] = next;
    implied |= 1 << stage;
  }
  return implied;
}

/** A later stage with an earlier time, both with an event of their own. */
function isImpossible(key: readonly number[], implied: number): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  for (let stage = 0; stage < stages.length; stage++) {
    if ((implied & (1 << stage)) !== 0) continue;
    const time = timeOfKey(key[stage] as number);
    if (time < latest) return true;
    if (time > latest) latest = time;
  }
  return false;
}
