import { eventRank } from '@sameteam/model';
import { isOpportunityRank } from '../lead/ranks.ts';
import type { StoryEvent } from '../story/story.ts';
import { type DealState, isSameSpan, tellDeal, unsaidDeal } from './deal-state.ts';

/** A time in which an open opportunity did not change. */
export interface DealStay {
  readonly state: DealState;
  readonly beganMs: number;
  readonly began: 'opened' | 'reopened' | 'changed';
  /** `null` while it lasts. */
  readonly leftMs: number | null;
  readonly left: 'won' | 'lost' | 'changed' | null;
}

/** What the events of an opportunity come to, without the agreement. */
export interface DealHistory {
  /** First time that it was said to be opened. */
  readonly openedMs: number | null;
  /** First win that no later reopening takes back. */
  readonly wonMs: number | null;
  /** First loss that no later reopening takes back; none where a win holds. */
  readonly lostMs: number | null;
  /** What was said last. */
  readonly state: DealState;
  /** The owner up to and including the event; of an opportunity that was only won, both are those of the win. */
  readonly ownerAtOpened: string | null;
  readonly ownerAtClosed: string | null;
  readonly moves: number;
  readonly lastMovedMs: number | null;
  readonly pushes: number;
  readonly firstPushMs: number | null;
  /** Times while it was open, in their order. */
  readonly stays: readonly DealStay[];
  /** Events that closed or reopened it, rather than saying again what it was. */
  readonly turns: ReadonlyMap<StoryEvent, DealTurn>;
}

/** What becomes of an opportunity by an event. */
export type DealTurn = 'reopened' | 'won' | 'lost';

const ranks = {
  opened: eventRank('opportunity.opened'),
  moved: eventRank('opportunity.moved'),
  reopened: eventRank('opportunity.reopened'),
  won: eventRank('opportunity.won'),
  lost: eventRank('opportunity.lost'),
} as const;

/**
 * Folds the events of an opportunity in one pass. Only `opportunity.reopened` opens what was closed: a loss that is said
 * after a win changes nothing, a win that is said after a loss holds. It is open from its opening to its end, so one that
 * was closed before it was opened never was. O(events).
 * @param events in the total order of events
 */
export function dealHistory(events: readonly StoryEvent[]): DealHistory {
  const fold = new DealFold();
  for (const event of events) if (isOpportunityRank(event.rank)) fold.tell(event);
  return fold.history();
}

/** An event that counts for a stage, and the owner by then: ties of one type at one instant are of the same moment. */
interface Moment {
  readonly timeMs: number;
  readonly rank: number;
  owner: string | null;
}

class DealFold {
  private state = unsaidDeal;
  private opened: Moment | null = null;
  private won: Moment | null = null;
  private lost: Moment | null = null;
  private open: DealStay | null = null;
  private readonly stays: DealStay[] = [];
  private readonly turns = new Map<StoryEvent, DealTurn>();
  private moves = 0;
  private lastMovedMs: number | null = null;
  private pushes = 0;
  private firstPushMs: number | null = null;

  tell(event: StoryEvent): void {
    const { rank, timeMs } = event;
    const before = this.state;
    this.state = tellDeal(before, event.payload);
    if (rank === ranks.opened) this.tellOpened(event);
    else if (rank === ranks.reopened) this.tellReopened(event);
    else if (rank === ranks.won) this.tellClosed('won', event);
    else if (rank === ranks.lost) this.tellClosed('lost', event);
    else if (rank === ranks.moved) {
      this.moves += 1;
      this.lastMovedMs = timeMs;
    }
    if (this.open !== null) this.tellOpen(timeMs, before);
    for (const moment of [this.opened, this.won, this.lost]) {
      if (moment !== null && moment.timeMs === timeMs && moment.rank === rank) moment.owner = this.state.owner;
    }
  }

  history(): DealHistory {
    const { won, lost } = this;
    const end = won ?? lost;
    return {
      openedMs: this.opened?.timeMs ?? null,
      wonMs: won?.timeMs ?? null,
      lostMs: won === null ? (lost?.timeMs ?? null) : null,
      state: this.state,
      ownerAtOpened: this.opened === null ? (won?.owner ?? null) : this.opened.owner,
      ownerAtClosed: end?.owner ?? null,
      moves: this.moves,
      lastMovedMs: this.lastMovedMs,
      pushes: this.pushes,
      firstPushMs: this.firstPushMs,
      stays: this.open === null ? this.stays : [...this.stays, this.open],
      turns: this.turns,
    };
  }

  private tellOpened({ timeMs, rank }: StoryEvent): void {
    if (this.opened !== null) return;
    this.opened = { timeMs, rank, owner: null };
    if (this.open === null && this.won === null && this.lost === null) this.begin('opened', timeMs);
  }

  private tellReopened(event: StoryEvent): void {
    this.won = null;
    this.lost = null;
    if (this.open !== null) return;
    // Why it was closed is no reason of an open one.
    this.state = { ...this.state, reason: null };
    this.begin('reopened', event.timeMs);
    this.turns.set(event, 'reopened');
  }

  private tellClosed(left: 'won' | 'lost', event: StoryEvent): void {
    const { timeMs, rank } = event;
    if (this.won === null && this.lost === null) this.turns.set(event, left);
    this[left] ??= { timeMs, rank, owner: null };
    this.leave(left, timeMs);
  }

  private tellOpen(timeMs: number, before: DealState): void {
    const stay = this.open as DealStay;
    if (isSameSpan(stay.state, this.state)) return;
    const { closeDay } = this.state;
    if (before.closeDay !== null && closeDay !== null && closeDay > before.closeDay) {
      this.pushes += 1;
      this.firstPushMs ??= timeMs;
    }
    if (stay.beganMs === timeMs) {
      // A time without length tells nothing of any instant: what it began with holds for the one after it.
      this.open = { ...stay, state: this.state };
      return;
    }
    this.leave('changed', timeMs);
    this.begin('changed', timeMs);
  }

  private begin(began: DealStay['began'], beganMs: number): void {
    this.open = { state: this.state, beganMs, began, leftMs: null, left: null };
  }

  private leave(left: DealStay['left'], leftMs: number): void {
    if (this.open !== null) this.stays.push({ ...this.open, leftMs, left });
    this.open = null;
  }
}
