import type { Diligence, Readiness } from '../odds/lead-class.ts';
import { hourMs, minuteMs } from '../time/berlin-time.ts';
import { onTheWay } from '../time/on-the-way.ts';
import type { Ownership } from './ownership.ts';
import type { Scene } from './scene.ts';

/** Hours of work until the first attempt at a hot lead, and the most attempts. */
const habits: Readonly<Record<Diligence, { readonly hours: number; readonly most: number }>> = {
  diligent: { hours: 0.35, most: 7 },
  steady: { hours: 1.5, most: 5 },
  careless: { hours: 8, most: 3 },
};

/** What the attempts at a lead depend on. */
export interface AttemptOptions {
  readonly diligence: Diligence;
  readonly readiness: Readiness;
  readonly fromMs: number;
  /** All attempts are made by then. */
  readonly byMs: number;
  /** Whether the lead is reached in the end. */
  readonly connects: boolean;
}

/**
 * The attempts of a rep who works the lead.
 * @returns the instant of the last one
 */
export function writeAttempts(
  scene: Scene,
  ownership: Ownership,
  { diligence, readiness, fromMs, byMs, connects }: AttemptOptions,
): number {
  const { random, working } = scene;
  const habit = habits[diligence];
  let count = 1;
  while (count < habit.most && !(connects && random.chance(0.4))) count++;
  const slowness = ownership.actor(fromMs).slowness * (readiness === 'hot' ? 1 : 4);
  let at = working.after(fromMs, random.logNormal(habit.hours * slowness, 0.8) * hourMs);
  let last = fromMs;
  if (random.chance(0.3)) {
    const mailedMs = fromMs + random.below(120) * 1000 + 1000;
    if (mailedMs < byMs)
      writeAttempt(scene, {
        at: mailedMs,
        by: ownership.actor(fromMs).id,
        channel: 'email',
        automated: true,
        connected: false,
      });
  }
  for (let n = 1; n <= count; n++) {
    // Where the lead's way is shorter than the rep's habits, the attempts share the time that there is.
    const latest = Math.min(working.nearest(onTheWay(fromMs, { toMs: byMs, share: n / (count + 1) })), byMs);
    at = Math.max(Math.min(at, latest), last + 1000);
    const connected = connects && n === count;
    const channel = random.chance(0.65) ? 'call' : 'email';
    writeAttempt(scene, { at, by: ownership.actor(at).id, channel, automated: false, connected });
    if (connected && channel === 'email') {
      const reply = { activity: 'mail', channel: 'email' };
      scene.log.add('lead.replied', reply, { at: at + 1000, system: 'automation', subject: scene.lead });
    }
    last = at;
    at = working.after(at, random.between(2, 16) * hourMs);
  }
  return last;
}

/** Writes one attempt. */
export function writeAttempt(
  { log, lead, random }: Scene,
  {
    at,
    by,
    channel,
    automated,
    connected,
  }: {
    readonly at: number;
    readonly by: string;
    readonly channel: 'call' | 'email';
    readonly automated: boolean;
    readonly connected: boolean;
  },
): void {
  const talksFor =
    channel === 'call' && connected ? { durationSeconds: 60 + random.below(15 * (minuteMs / 1000)) } : {};
  const outcome = connected
    ? 'reached'
    : automated
      ? 'sent'
      : channel === 'call'
        ? random.pick(['no_answer', 'voicemail'])
        : 'sent';
  const data = {
    automated,
    by: automated ? 'sequencer' : by,
    channel,
    connected,
    direction: 'outbound' as const,
    ...talksFor,
    outcome,
  };
  log.add('lead.attempted', data, { at, system: channel === 'call' ? 'dialer' : 'automation', subject: lead });
}
