import fc from 'fast-check';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const leadCount = 24;
const dealCount = 10;

/** First day of random events, and for how many days they go on. Berlin changes its clocks on 29 March 2026. */
export const randomSpan = { startMs: Date.UTC(2026, 0, 20), days: 120 } as const;

/** Names whose order as UTF-8 bytes and as UTF-16 units differs. */
export const randomLead: fc.Arbitrary<string> = fc
  .nat({ max: leadCount - 1 })
  .map((n) => `lead/${['a', 'ä', '😀', 'ﾮ'][n % 4]}${n}`);

/** One of few opportunities. */
export const randomDeal: fc.Arbitrary<string> = fc.nat({ max: dealCount - 1 }).map((n) => `opportunity/o${n}`);

/** Whole days, whole hours or any millisecond, so that many events share their time. */
export const randomTime: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: randomSpan.days }).map((day) => randomSpan.startMs + day * dayMs),
  fc.integer({ min: 0, max: randomSpan.days * 24 }).map((hour) => randomSpan.startMs + hour * hourMs),
  fc.integer({ min: 0, max: randomSpan.days * dayMs }).map((ms) => randomSpan.startMs + ms),
);
