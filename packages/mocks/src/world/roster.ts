import { baseline } from '../odds/baseline.ts';
import { type Diligence, diligences } from '../odds/lead-class.ts';
import { Random } from '../random/random.ts';
import { berlinMidnightMs } from '../time/berlin-time.ts';
import { firstNames, lastNames } from './names.ts';

/** Teams of reps, by the names of the simulated agreement. */
export const repTeams = ['sdr', 'sales'] as const;
export type RepTeam = (typeof repTeams)[number];

/** A rep and the time that they spend in the company. */
export interface Rep {
  readonly id: string;
  readonly name: string;
  readonly team: RepTeam;
  readonly diligence: Diligence;
  /** Hours of work that pass before the first attempt are multiplied with this. */
  readonly slowness: number;
  /** First day, as days since 1970-01-01. */
  readonly fromDay: number;
  /** Last day, included. */
  readonly untilDay: number;
  /** First instant after the last day. */
  readonly leavesMs: number;
}

// Seats are filled for longer than any history, so that its length does not decide who works here.
const horizonDays = 45 * 366;

/** Who works where and when. */
export class Roster {
  /** For each seat the reps that have it one after the other, without a gap. */
  private readonly seats: readonly (readonly Rep[])[];
  private readonly byKind: ReadonlyMap<string, readonly (readonly Rep[])[]>;

  /**
   * @param options.startDay first day of the company, days since 1970-01-01
   */
  constructor({
    seed,
    leadsPerMonth,
    startDay,
  }: { readonly seed: number; readonly leadsPerMonth: number; readonly startDay: number }) {
    const byKind = new Map<string, readonly (readonly Rep[])[]>();
    const taken = new Set<string>();
    for (const team of repTeams) {
      const seats = Math.max(3, Math.round(leadsPerMonth / (team === 'sdr' ? 170 : 140)));
      for (const diligence of diligences) {
        const count = Math.max(1, Math.round(seats * baseline.seats[diligence]));
        const kind = Array.from({ length: count }, (_, seat) => {
          const random = new Random(seed, repTeams.indexOf(team), diligences.indexOf(diligence), seat, 0x5ea7);
          return fillSeat(random, { team, diligence, startDay, taken });
        });
        byKind.set(`${team} ${diligence}`, kind);
      }
    }
    this.byKind = byKind;
    this.seats = [...byKind.values()].flat();
  }

  /** Everybody who ever works here, in the order of their seats. */
  get reps(): readonly Rep[] {
    return this.seats.flat();
  }

  /** A rep of the kind who works at the instant: seats take turns at random. */
  draw(
    random: Random,
    { team, diligence, timeMs }: { readonly team: RepTeam; readonly diligence: Diligence; readonly timeMs: number },
  ): Rep {
    return holder(random.pick(this.byKind.get(`${team} ${diligence}`) as readonly (readonly Rep[])[]), timeMs);
  }

  /** Who has the seat of a rep after them. */
  successor(rep: Rep): Rep {
    const seat = this.seats.find((reps) => reps.includes(rep)) as readonly Rep[];
    return seat[Math.min(seat.indexOf(rep) + 1, seat.length - 1)] as Rep;
  }
}

function holder(seat: readonly Rep[], timeMs: number): Rep {
  for (const rep of seat) if (timeMs < rep.leavesMs) return rep;
  return seat.at(-1) as Rep;
}

function fillSeat(
  random: Random,
  {
    team,
    diligence,
    startDay,
    taken,
  }: {
    readonly team: RepTeam;
    readonly diligence: Diligence;
    readonly startDay: number;
    readonly taken: Set<string>;
  },
): readonly Rep[] {
  const reps: Rep[] = [];
  // Whoever is there at the start has been for a while.
  let fromDay = startDay - 30 - random.below(700);
  while (fromDay <= startDay + horizonDays) {
    const stays = 240 + random.below(900);
    const untilDay = reps.length === 0 ? Math.max(fromDay + stays, startDay + 45 + random.below(500)) : fromDay + stays;
    const [name, id] = drawName(random, taken);
    const slowness = random.logNormal(1, 0.3);
    reps.push({ id, name, team, diligence, slowness, fromDay, untilDay, leavesMs: berlinMidnightMs(untilDay + 1) });
    fromDay = untilDay + 1;
  }
  return reps;
}

/** A name that no other rep has; there are 10,000. */
function drawName(random: Random, taken: Set<string>): readonly [name: string, id: string] {
  for (;;) {
    const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
    const id = name.toLowerCase().replace(' ', '.');
    if (!taken.has(id)) {
      taken.add(id);
      return [name, id];
    }
  }
}
