import type { WrittenLine } from './batch-writer.ts';
import { mix, outOf100 } from './mix.ts';

const dayMs = 86_400_000;

/** A deal from its opening to its end, and what its customer does later. */
export function dealStory(
  lead: number,
  { openedMs, company, rep }: { readonly openedMs: number; readonly company: string; readonly rep: string },
): readonly WrittenLine[] {
  const subject = `opportunity/${lead}`;
  const roll = (question: number) => outOf100(lead, question);
  const amountMinor = (1 + (mix(lead + 23) % 200)) * 50_000;
  const amount = roll(40) < 95 ? `"amount":{"amountMinor":${amountMinor},"currency":"EUR"},` : '';
  const lines: WrittenLine[] = [];
  const say = (type: WrittenLine['type'], timeMs: number, data = '{}', of = subject): void => {
    lines.push({ type, timeMs, subject: of, data });
  };
  const closeDay = (days: number) => new Date(openedMs + days * dayMs).toISOString().slice(0, 10);
  say(
    'opportunity.opened',
    openedMs,
    `{${amount}"closeDate":"${closeDay(45)}","company":"${company}","leads":["lead/${lead}"],"owner":"${rep}","pipeline":"new","stage":"discovery"}`,
  );
  if (roll(41) < 80) say('opportunity.moved', openedMs + 7 * dayMs, '{"stage":"proposal"}');
  if (roll(42) < 35) say('opportunity.changed', openedMs + 10 * dayMs, `{"closeDate":"${closeDay(70)}"}`);
  if (roll(43) < 25)
    say(
      'opportunity.changed',
      openedMs + 12 * dayMs,
      `{"amount":{"amountMinor":${amountMinor + 250_000},"currency":"EUR"}}`,
    );
  const end = roll(44);
  const closedMs = openedMs + (15 + (mix(lead + 29) % 50)) * dayMs;
  if (end < 35) {
    say('opportunity.won', closedMs);
    lines.push(...customerLines(lead, { company, wonMs: closedMs, amountMinor }));
  } else if (end < 75) {
    say('opportunity.lost', closedMs, '{"competitor":"globex","reason":"price"}');
    if (roll(45) < 5) say('opportunity.reopened', closedMs + 5 * dayMs);
  }
  return lines;
}

/** What a customer did after the win. */
function customerLines(
  lead: number,
  of: { readonly company: string; readonly wonMs: number; readonly amountMinor: number },
): readonly WrittenLine[] {
  const roll = outOf100(lead, 50);
  const kind = roll < 30 ? 'renewal' : roll < 45 ? 'upsell' : roll < 55 ? 'downgrade' : roll < 62 ? 'churn' : null;
  if (kind === null) return [];
  const delta = kind === 'upsell' ? 100_000 : kind === 'downgrade' ? -100_000 : kind === 'churn' ? -of.amountMinor : 0;
  return [
    {
      type: 'customer.changed',
      timeMs: of.wonMs + (10 + (mix(lead + 31) % 30)) * dayMs,
      subject: of.company,
      data: `{"delta":{"amountMinor":${delta},"currency":"EUR"},"kind":"${kind}"}`,
    },
  ];
}
