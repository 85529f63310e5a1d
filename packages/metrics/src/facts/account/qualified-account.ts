import { parseDuration } from '@sameteam/agreement';
import type { FactRules } from '../rules/fact-rules.ts';
import type { FoldedLead } from '../story/story.ts';

/** `qualified.companies` of an agreement. */
interface AccountRule {
  readonly contacts: number;
  readonly within: string;
}

interface QualifiedLead {
  readonly atMs: number;
  readonly contact: string;
}

/**
 * When a company became a qualified account (MQA): the first instant by which so many of its contacts had qualified within the
 * time of `qualified.companies`, by the version that judges that instant. Leads of one contact count once, a lead without a
 * contact as one of its own. O(n log n).
 * @returns UTC milliseconds; `null` where it never did, or the agreement does not say when
 */
export function qualifiedAccountMs(leads: readonly FoldedLead[], rules: FactRules): number | null {
  const qualified = leads
    .flatMap(({ lead }) =>
      lead.at_mql === null ? [] : [{ atMs: lead.at_mql, contact: lead.contact ?? (lead.lead as string) }],
    )
    .sort((a, b) => a.atMs - b.atMs);
  const judging = qualified.map(({ atMs }) => rules.versionAt(atMs).rules.agreement.qualified?.companies ?? null);
  let earliest: number | null = null;
  for (const rule of new Set(judging)) {
    if (rule === null) continue;
    const atMs = firstWithin(qualified, rule, (index) => judging[index] === rule);
    if (atMs !== null && (earliest === null || atMs < earliest)) earliest = atMs;
  }
  return earliest;
}

/** First instant that is judged by a rule and by which so many contacts had qualified within its time. */
function firstWithin(
  qualified: readonly QualifiedLead[],
  { contacts, within }: AccountRule,
  isJudged: (index: number) => boolean,
): number | null {
  const withinMs = parseDuration(within).ms ?? 0;
  const inWindow = new Map<string, number>();
  let first = 0;
  for (const [index, { atMs, contact }] of qualified.entries()) {
    inWindow.set(contact, (inWindow.get(contact) ?? 0) + 1);
    for (; (qualified[first] as QualifiedLead).atMs < atMs - withinMs; first++) {
      const gone = (qualified[first] as QualifiedLead).contact;
      const left = (inWindow.get(gone) as number) - 1;
      if (left === 0) inWindow.delete(gone);
      else inWindow.set(gone, left);
    }
    if (inWindow.size >= contacts && isJudged(index)) return atMs;
  }
  return null;
}
