import { type Intent, type Readiness, readinessOf } from '../odds/lead-class.ts';
import { dayMs, hourMs, minuteMs } from '../time/berlin-time.ts';
import { disqualifyReasons, disqualifyWeights, type programs } from '../world/offer.ts';
import type { Scene } from './scene.ts';

/** What leads of each intent do, the thing that brought them first: activities of the simulated agreement. */
const activities: Readonly<Record<Intent, readonly string[]>> = {
  demo: ['demo_request', 'pricing_visit', 'site_visit'],
  content: ['webinar', 'whitepaper', 'site_visit', 'pricing_visit'],
  low: ['newsletter_click', 'site_visit'],
};

/** The leads' doings between the capture and `untilMs`: the first at once, some more on the way. */
export function writeEngagement(scene: Scene, untilMs: number): void {
  const { random, fate, capturedMs } = scene;
  const does = activities[fate.intent];
  if (!random.chance(fate.channel.officeHours ? 0.4 : 0.8)) return;
  engage(scene, { at: capturedMs, activity: does[0] as string, campaign: scene.campaign });
  const more = random.below(fate.intent === 'low' ? 2 : 4);
  for (let n = 0; n < more; n++) {
    const at = capturedMs + Math.floor(((untilMs - capturedMs) * random.next()) / 1000) * 1000;
    engage(scene, { at, activity: random.pick(does), campaign: null });
  }
}

/** The lead becomes an MQL. @returns the instant of the hand-off that follows */
export function qualifyMs(
  scene: Scene,
  { readiness, startMs, byMs }: { readonly readiness: Readiness; readonly startMs: number; readonly byMs: number },
): number {
  const { random } = scene;
  const leewayMs = Math.max(byMs - startMs, 0);
  // A demo request qualifies by itself, sometimes within the same second.
  const waitMs =
    readiness === 'hot'
      ? random.chance(0.25)
        ? 0
        : random.between(20, 900) * 1000
      : leewayMs * 0.7 * random.next() ** 2 + random.between(1, 60) * minuteMs;
  return startMs + Math.floor(Math.min(waitMs, leewayMs) / 1000) * 1000;
}

/** Writes the qualification. */
export function writeQualified(
  scene: Scene,
  { at, readiness }: { readonly at: number; readonly readiness: Readiness },
): void {
  const { log, lead, fate, random } = scene;
  const score = readiness === 'hot' ? 70 + random.below(50) : 25 + random.below(45);
  const data = { agreementVersion: 1, by: 'scoring', grade: fate.grade, readiness, score };
  log.add('lead.qualified', data, { at, system: 'automation', subject: lead });
}

/** A lead that marketing keeps: most get the newsletter, some are found to be no lead at all, some MQLs are forgotten. */
export function writeKept(scene: Scene): void {
  const { log, lead, random, fate, knownMs, working } = scene;
  if (fate.isMql) {
    const readiness = readinessOf(fate.intent, fate.grade);
    const byMs = knownMs + Math.floor(0.3 * fate.days) * dayMs;
    writeQualified(scene, { at: qualifyMs(scene, { readiness, startMs: knownMs, byMs }), readiness });
  }
  const luck = random.next();
  if (!fate.isMql && luck < 0.1) {
    const reason = disqualifyReasons[random.weighted(disqualifyWeights)] as string;
    const at = working.after(knownMs, random.between(0.5, 30) * hourMs);
    log.add('lead.disqualified', { by: 'marketing', reason }, { at, system: 'automation', subject: lead });
  } else if (luck < 0.62) {
    const program = fate.intent === 'low' ? 'newsletter' : 'warm_drip';
    writeNurture(scene, { program, fromMs: knownMs + 10 * minuteMs, untilMs: null });
  }
}

/**
 * A stay in a nurture program.
 * @param stay.untilMs when the lead is handed off again; `null` when it leaves by itself or never
 */
export function writeNurture(
  scene: Scene,
  {
    program,
    fromMs,
    untilMs,
  }: { readonly program: (typeof programs)[number]; readonly fromMs: number; readonly untilMs: number | null },
): void {
  const { log, lead, random } = scene;
  log.add('nurture.entered', { by: 'marketing', program }, { at: fromMs, system: 'automation', subject: lead });
  const leaves = random.next();
  const staysMs = untilMs === null ? Math.floor(random.between(60, 400) * 86_400) * 1000 : untilMs - fromMs;
  const clicks = Math.floor(random.next() ** 2 * (untilMs === null ? 5 : 7));
  for (let n = 0; n < clicks; n++) {
    const at = fromMs + Math.floor((staysMs * random.between(0.04, 0.99)) / 1000) * 1000;
    engage(scene, { at, activity: random.chance(0.7) ? 'newsletter_click' : 'whitepaper', campaign: null });
  }
  const at = fromMs + staysMs;
  if (untilMs !== null) {
    log.add(
      'nurture.left',
      { by: 'marketing', program, reason: 'handed_off' },
      { at: untilMs, system: 'automation', subject: lead },
    );
  } else if (leaves < 0.12) {
    log.add('nurture.left', { program, reason: 'unsubscribed' }, { at, system: 'automation', subject: lead });
    const withdrawn = { channel: 'email', purpose: 'newsletter', status: 'withdrawn' as const };
    log.add('consent.changed', withdrawn, { at, system: 'website', subject: `contact/${scene.contact.id}` });
  } else if (leaves < 0.4) {
    log.add(
      'nurture.left',
      { by: 'marketing', program, reason: 'inactive' },
      { at: at + dayMs, system: 'automation', subject: lead },
    );
  }
}

function engage(
  scene: Scene,
  { at, activity, campaign }: { readonly at: number; readonly activity: string; readonly campaign: string | null },
): void {
  const channel = activity === 'newsletter_click' ? 'email' : 'website';
  const data = { activity, ...(campaign === null ? {} : { campaign }), channel };
  scene.log.add('lead.engaged', data, {
    at,
    system: channel === 'email' ? 'automation' : 'website',
    subject: scene.lead,
  });
}
