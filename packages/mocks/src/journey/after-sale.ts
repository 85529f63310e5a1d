import type { Random } from '../random/random.ts';
import { berlinDay, dayMs } from '../time/berlin-time.ts';
import { dayText } from '../time/instant-text.ts';
import { products } from '../world/offer.ts';
import type { Scene } from './scene.ts';

const most = 4;

/** What happens to a customer after the sale: more of it within the first term, then renewals until it leaves. */
export function writeAfterSale(
  { log, company, product, working }: Scene,
  {
    wonMs,
    amountMinor,
    opportunity,
    random,
  }: {
    readonly wonMs: number;
    readonly amountMinor: number;
    readonly opportunity: `opportunity/${string}`;
    readonly random: Random;
  },
): void {
  const subject = `company/${company.number}` as const;
  const money = (share: number) => ({
    amountMinor: Math.round((amountMinor * share) / 10_000) * 10_000,
    currency: 'EUR',
  });
  const luck = random.next();
  const grownMs = working.nearest(wonMs + random.between(120, 340) * dayMs);
  if (luck < 0.2) {
    const kind = luck < 0.12 ? ('upsell' as const) : ('cross_sell' as const);
    const what = kind === 'upsell' ? product : random.pick(products);
    const delta = money(random.between(0.1, 0.6));
    log.add(
      'customer.changed',
      { by: 'customer-success', delta, kind, opportunity, product: what },
      { at: grownMs, system: 'crm', subject },
    );
  }
  for (let term = 1; term <= most; term++) {
    const at = working.nearest(wonMs + (365 * term - 10) * dayMs);
    if (random.chance(0.14)) {
      const reason = random.pick(['price', 'missing_feature', 'out_of_business']);
      log.add(
        'customer.changed',
        { by: 'customer-success', delta: money(-1), kind: 'churn', opportunity, reason },
        { at, system: 'crm', subject },
      );
      return;
    }
    const termEnd = dayText(berlinDay(at) + 365);
    const delta = money(random.chance(0.6) ? 0.03 : 0);
    log.add(
      'customer.changed',
      { by: 'customer-success', delta, kind: 'renewal', opportunity, termEnd },
      { at, system: 'crm', subject },
    );
  }
}
