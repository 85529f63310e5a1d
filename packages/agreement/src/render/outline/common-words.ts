import type { Agreement } from '../../agreement.ts';

const always = {
  'MQL, SAL, SQL': 'a lead qualified by marketing; accepted by sales; qualified by sales.',
  readiness: 'how ready a lead is to buy.',
  engagement: 'something that a lead did: opened, visited, replied, asked for a demo.',
  attempt: 'something that a rep did towards a lead: a call, a mail, a message. What is automated is none.',
  'hand-off': 'one team passes a lead to another, which opens a cycle.',
  cycle: 'one hand-off and everything until it ends: accepted and closed, rejected, recycled, or handed off again.',
  recycle: 'to pass a lead back for nurture, with a reason, and with a day or a condition to look at it again.',
  SLA: 'one clause that a team owes. It counts anew for each hand-off, unless it says otherwise.',
  'working time':
    'hours and days of a calendar; a working day is as long as its usual day. Other times elapse day and night.',
} as const;

/** The words that every agreement uses, as Sameteam means them; those that it defines itself are left out. */
export function commonWords(agreement: Agreement): readonly { readonly word: string; readonly means: string }[] {
  const sometimes = {
    ...(agreement.profile === undefined ? {} : { grade: 'how well a lead fits the profile, A best.' }),
    ...(agreement.segments.length === 0 ? {} : { segment: 'leads that live by their own variant of this agreement.' }),
    ...(Object.keys(agreement.programs).length === 0
      ? {}
      : { program: 'a nurture track that a lead enters and leaves.' }),
  };
  const own = new Set(Object.keys(agreement.terms).map((name) => name.replaceAll('_', ' ').toLowerCase()));
  return Object.entries({ ...always, ...sometimes })
    .filter(([word]) => !own.has(word.toLowerCase()))
    .map(([word, means]) => ({ word, means }));
}
