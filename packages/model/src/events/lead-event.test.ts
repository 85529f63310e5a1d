import { expect, expectTypeOf, test } from 'vitest';
import { validateEvent } from '../validation/validate-event.ts';
import type { EventOf, LeadEvent } from './lead-event.ts';

test('the type of an event tells its data', () => {
  const result = validateEvent({
    specversion: '1.0',
    id: '1',
    source: '/form',
    type: 'lead.assigned',
    subject: 'lead/42',
    time: '2026-10-01T09:30:00Z',
    data: { to: null, cause: 'owner_left' },
  });
  if (!result.success || result.event.type !== 'lead.assigned') throw new Error('not assigned');
  expect(result.event.data.to).toBeNull();
  expectTypeOf(result.event).toEqualTypeOf<EventOf<'lead.assigned'>>();
  expectTypeOf(result.event.data.to).toEqualTypeOf<string | null>();
  expectTypeOf(result.event.subject).toEqualTypeOf<`lead/${string}`>();
});

test('the types are those that a caller would write', () => {
  expectTypeOf<EventOf<'lead.captured'>['data']['contact']>().toExtend<
    { email?: string | null | undefined } | undefined
  >();
  expectTypeOf<NonNullable<EventOf<'lead.captured'>['data']['attributes']>[string]>().toEqualTypeOf<
    string | number | boolean | null
  >();
  expectTypeOf<NonNullable<EventOf<'opportunity.won'>['data']['amount']>>().toEqualTypeOf<{
    amountMinor: number;
    currency: string;
  }>();
  expectTypeOf<NonNullable<EventOf<'opportunity.won'>['data']['leads']>[number]>().toEqualTypeOf<`lead/${string}`>();
  expectTypeOf<EventOf<'lead.stage_reset'>['data']['kind']>().toEqualTypeOf<'correction' | 'regression'>();
  expectTypeOf<EventOf<'meeting.changed'>['subject']>().toEqualTypeOf<
    `lead/${string}` | `contact/${string}` | `company/${string}` | `opportunity/${string}`
  >();
  // biome-ignore lint/complexity/noBannedTypes: any object is enough for this test.
  expectTypeOf<LeadEvent['data']>().toExtend<{}>();
});
