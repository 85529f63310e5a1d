import type { Diligence } from '../odds/lead-class.ts';
import { hourMs, minuteMs } from '../time/berlin-time.ts';
import type { Rep, RepTeam } from '../world/roster.ts';
import type { Scene } from './scene.ts';

/** Who owns a lead through its cycles, written to the log as it changes. */
export class Ownership {
  private readonly scene: Scene;
  private rep: Rep | null = null;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  /** Gives the lead to a rep of the team. @returns the owner from `at` on */
  assign({
    team,
    diligence,
    at,
    cause,
    clause,
  }: {
    readonly team: RepTeam;
    readonly diligence: Diligence;
    readonly at: number;
    readonly cause: 'rule' | 'manual' | 'sla_broken';
    readonly clause?: string;
  }): Rep {
    const rep = this.scene.roster.draw(this.scene.random, { team, diligence, timeMs: at });
    this.write(rep, {
      at,
      cause,
      by: cause === 'manual' ? 'sales-operations' : 'routing',
      ...(clause ? { clause } : {}),
    });
    return rep;
  }

  /** Who acts at an instant: when the owner has left by then, the seat's next rep, who is given the lead first. */
  actor(at: number): Rep {
    let rep = this.rep as Rep;
    while (at >= rep.leavesMs) {
      const next = this.scene.roster.successor(rep);
      if (next === rep) return rep;
      const handedOverMs = Math.min(this.scene.working.after(rep.leavesMs, hourMs), at - minuteMs);
      this.write(next, { at: handedOverMs, cause: 'owner_left', by: 'sales-operations' });
      rep = next;
    }
    return rep;
  }

  /** The lead stays open: when its owner leaves within the year, every second time nobody takes it over. */
  abandon(): void {
    const { rep, scene } = this;
    if (rep === null) return;
    const isKept = scene.random.chance(0.5);
    if (rep.leavesMs > scene.capturedMs + 365 * 24 * hourMs) return;
    const at = scene.working.after(rep.leavesMs, hourMs);
    this.write(isKept ? scene.roster.successor(rep) : null, { at, cause: 'owner_left', by: 'sales-operations' });
  }

  private write(
    to: Rep | null,
    {
      at,
      cause,
      by,
      clause,
    }: {
      readonly at: number;
      readonly cause: 'rule' | 'manual' | 'sla_broken' | 'owner_left';
      readonly by: string;
      readonly clause?: string;
    },
  ): void {
    const { log, lead } = this.scene;
    const from = this.rep === null ? null : this.rep.id;
    const data = { by, cause, ...(clause === undefined ? {} : { clause }), from, to: to === null ? null : to.id };
    log.add('lead.assigned', data, { at, system: 'crm', subject: lead, lateMs: 0 });
    this.rep = to;
  }
}
