import { type Agreement, type AgreementHistory, versionAt } from '@sameteam/agreement';
import type { FactRulesInput } from '../story/fact-rules.ts';
import { campaignChannels, campaignId, campaignNames } from './campaign-channels.ts';
import type { Surroundings } from './compile-segment.ts';
import { compileVersion } from './compile-version.ts';
import type { FactRules, JudgingVersion, VersionRules } from './fact-rules.ts';
import { rosters } from './rosters.ts';

/** A time in which one version judges. */
interface Reign {
  readonly fromMs: number;
  readonly judging: JudgingVersion;
}

/**
 * Compiles what facts are judged by, once for a whole build. Versions are compiled at once, segments with an override of
 * their own and calendars when they are first needed.
 *
 * Where no version binds, the agreement of the input judges all instants and nothing is binding (rule 21). Entries of
 * lists that are kept in files are not known: a condition that asks for one does not hold.
 * @example
 * const rules = compileRules({ agreement: defaultAgreement, history: null, holidays: null, common: { events: [] }, asOfMs: Infinity });
 * rules.versionAt(0).version // '0'
 */
export function compileRules(input: FactRulesInput): FactRules {
  const { agreement, history, holidays, common, asOfMs, rootOf = (subject) => subject } = input;
  const { timeZone } = judgingAgreement(agreement, history, asOfMs);
  const known = rosters(common.events, timeZone);
  const channels = campaignChannels(common.events);
  const names = campaignNames(common.events);
  const reigns = reignsOf(agreement, history, { holidays, rosters: known });
  return {
    asOfMs,
    timeZone,
    versionAt(atMs) {
      const at = Math.min(atMs, asOfMs);
      let last = reigns.length - 1;
      while (last > 0 && (reigns[last] as Reign).fromMs > at) last--;
      return (reigns[last] as Reign).judging;
    },
    teamOf: known.teamOf,
    repCalendarOf: known.calendarOf,
    channelOf: (campaign) => channels.get(campaign) ?? null,
    campaignOf: (named) => (names.size === 0 ? named : (names.get(campaignId(named)) ?? named)),
    rootOf,
  };
}

function judgingAgreement(agreement: Agreement, history: AgreementHistory | null, atMs: number): Agreement {
  if (history === null || history.periods.length === 0) return agreement;
  return versionAt(history, atMs)?.agreement ?? agreement;
}

function reignsOf(
  agreement: Agreement,
  history: AgreementHistory | null,
  surroundings: Surroundings,
): readonly Reign[] {
  const compiled = new Map<Agreement, VersionRules>();
  const rulesOf = (of: Agreement): VersionRules => {
    const rules = compiled.get(of) ?? compileVersion(of, surroundings);
    compiled.set(of, rules);
    return rules;
  };
  if (history === null || history.periods.length === 0) {
    const judging = { version: String(agreement.version), binding: false, rules: rulesOf(agreement) };
    return [{ fromMs: Number.NEGATIVE_INFINITY, judging }];
  }
  const turns = new Set([Number.NEGATIVE_INFINITY]);
  for (const { fromMs, untilMs } of history.periods) turns.add(fromMs).add(untilMs ?? fromMs);
  return [...turns]
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((fromMs): readonly Reign[] => {
      const at = versionAt(history, fromMs);
      if (at === null) return [];
      const judging = { version: String(at.version), binding: at.binding, rules: rulesOf(at.agreement) };
      return [{ fromMs, judging }];
    });
}
