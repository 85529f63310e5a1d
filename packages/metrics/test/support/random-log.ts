import { type LeadEvent, validateEvent } from '@sameteam/model';
import fc from 'fast-check';
import { type RandomEvent, randomErasure, randomEvent, randomJourney } from './random-events.ts';
import { randomSpan } from './random-subjects.ts';
import { randomWork } from './random-work.ts';

/** Something delivered before comes again, as it was or with something else to say. */
interface Redelivery {
  readonly at: number;
  readonly isChanged: boolean;
}

interface DeliveryPlan {
  readonly parts: readonly (readonly RandomEvent[])[];
  readonly erasures: readonly RandomEvent[];
  readonly retracted: readonly number[];
  readonly retractsImport: boolean;
  readonly redelivered: readonly Redelivery[];
  readonly order: readonly number[];
}

const deliveryPlan: fc.Arbitrary<DeliveryPlan> = fc.record({
  parts: fc.array(
    fc.oneof(
      { arbitrary: randomJourney, weight: 3 },
      { arbitrary: randomEvent.map((event) => [event]), weight: 4 },
      { arbitrary: fc.array(randomWork, { minLength: 1, maxLength: 4 }), weight: 5 },
    ),
    { maxLength: 18, size: 'max' },
  ),
  erasures: fc.array(randomErasure, { maxLength: 1 }),
  retracted: fc.array(fc.nat(), { maxLength: 2 }),
  retractsImport: fc.nat({ max: 15 }).map((n) => n === 0),
  redelivered: fc.array(fc.record({ at: fc.nat(), isChanged: fc.nat({ max: 3 }).map((n) => n === 0) }), {
    maxLength: 2,
  }),
  order: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
});

/** The events of one import. */
export type Delivery = readonly LeadEvent[];

/**
 * Histories of imports: ties, repeats, conflicts, impossible orders, corrections, retractions, merges.
 * @param erases whether leads are erased too: then it matters what comes before what
 */
export function randomDeliveries({
  erases = false,
  ...range
}: {
  readonly minLength: number;
  readonly maxLength: number;
  readonly erases?: boolean;
}): fc.Arbitrary<readonly Delivery[]> {
  return fc.array(deliveryPlan, range).map((plans) => {
    const sent: LeadEvent[] = [];
    return plans.map((plan, index) => {
      const delivery: LeadEvent[] = [];
      const send = (event: RandomEvent) => {
        const made = eventOf(event, sent.length);
        sent.push(made);
        delivery.push(made);
      };
      for (const event of plan.parts.flat()) send(event);
      if (erases) for (const event of plan.erasures) send(event);
      for (const target of plan.retracted) {
        const wrong = sent[target % Math.max(1, sent.length)];
        if (wrong === undefined) continue;
        const { source: from, id } = wrong;
        send({
          type: 'event.retracted',
          subject: wrong.subject,
          timeMs: timeOf(wrong),
          data: { target: { source: from, id }, reason: 'wrong' },
        });
      }
      if (plan.retractsImport && index > 0) {
        const target = { import: `i${plan.order.length % index}` };
        send({
          type: 'event.retracted',
          subject: 'lead/a0',
          timeMs: randomSpan.startMs,
          data: { target, reason: 'wrong' },
        });
      }
      for (const { at, isChanged } of plan.redelivered) {
        const again = sent[at % Math.max(1, sent.length)];
        if (again !== undefined)
          delivery.push(isChanged ? ({ ...again, time: '2026-02-02T02:02:02Z' } as LeadEvent) : again);
      }
      return turned(delivery, plan.order);
    });
  });
}

/** Some events put elsewhere, so that arrival says nothing. */
function turned(events: readonly LeadEvent[], order: readonly number[]): Delivery {
  const mixed = [...events];
  for (const [index, place] of order.entries()) {
    const [event] = mixed.splice((place * 7 + index) % Math.max(1, mixed.length), 1);
    if (event !== undefined) mixed.splice(place % (mixed.length + 1), 0, event);
  }
  return mixed;
}

function timeOf(event: LeadEvent): number {
  return Date.parse(event.time);
}

function eventOf({ type, subject, timeMs, data }: RandomEvent, number: number): LeadEvent {
  const result = validateEvent({
    specversion: '1.0',
    id: `e${number}`,
    source: number % 3 === 0 ? 'crm' : 'csv',
    type,
    subject,
    time: new Date(timeMs).toISOString(),
    data,
  });
  if (!result.success) throw new Error(JSON.stringify(result.issues));
  return result.event;
}
