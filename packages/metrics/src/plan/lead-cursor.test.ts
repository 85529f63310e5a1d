import { describe, expect, it } from 'vitest';
import { type LeadPosition, leadCursor, parseLeadCursor } from './lead-cursor.ts';

describe('parseLeadCursor', () => {
  const positions: readonly LeadPosition[] = [
    { capturedMs: 1_767_225_600_000, lead: 'lead/ann' },
    { capturedMs: 0, lead: 'lead/a~b~' },
    { capturedMs: -1, lead: 'lead/😀\n' },
    { capturedMs: null, lead: 'lead/never' },
  ];

  it.each(positions)('reads what leadCursor wrote: %o', (position) => {
    expect(parseLeadCursor(leadCursor(position))).toEqual(position);
  });

  it.each(['', 'abc', '~', '12~', 'x~lead/a', '1e3~lead/a', '~contact/a'])(
    'starts from the beginning with a text of another making: %s',
    (text) => {
      expect(parseLeadCursor(text)).toBeNull();
    },
  );
});
