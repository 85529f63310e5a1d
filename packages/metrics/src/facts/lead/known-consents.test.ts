import { describe, expect, it } from 'vitest';
import { said } from '../deal/fixtures/story.ts';
import { KnownConsents } from './known-consents.ts';

function consentsAfter(...said_: readonly (readonly [channel: string | null, status: string])[]) {
  const consents = new KnownConsents();
  for (const [channel, status] of said_) {
    consents.take(said('consent.changed', '2026-01-01', { purpose: 'news', channel, status }, 'contact/c'));
  }
  return consents;
}

describe('KnownConsents', () => {
  it('tells nobody asked from refused', () => {
    expect(consentsAfter().isGranted).toBeNull();
    expect(consentsAfter(['email', 'denied']).isGranted).toBe(false);
    expect(consentsAfter(['email', 'denied'], ['phone', 'granted']).isGranted).toBe(true);
  });

  it('takes what is said of all channels for each of them', () => {
    const consents = consentsAfter(['email', 'granted'], ['phone', 'granted'], [null, 'withdrawn']);
    expect([consents.isGranted, consents.all.length]).toEqual([false, 1]);
    expect(consentsAfter([null, 'withdrawn'], ['email', 'granted']).all).toHaveLength(2);
  });

  it('reads the consents of a capture', () => {
    const consents = new KnownConsents();
    const consent = [{ purpose: 'news', channel: 'email', status: 'granted' }, { purpose: 'news' }];
    consents.take(said('lead.captured', '2026-01-01', { consent }, 'lead/l'));
    expect(consents.all).toEqual([{ purpose: 'news', channel: 'email', status: 'granted' }]);
  });
});
