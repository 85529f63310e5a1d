import { compareUtf8 } from '@sameteam/model';
import type { FoldedLead } from '../story/story.ts';

/** The lead that was captured first, by subject where two were captured at once; one that never was comes last. */
export function firstLead(leads: readonly FoldedLead[]): FoldedLead | null {
  let first: FoldedLead | null = null;
  for (const one of leads) if (first === null || isBefore(one, first)) first = one;
  return first;
}

function isBefore({ lead: a }: FoldedLead, { lead: b }: FoldedLead): boolean {
  const [atA, atB] = [a.at_captured ?? Number.POSITIVE_INFINITY, b.at_captured ?? Number.POSITIVE_INFINITY];
  return atA === atB ? compareUtf8(a.lead as string, b.lead as string) < 0 : atA < atB;
}
