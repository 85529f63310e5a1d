import type { ContextConsent } from '@sameteam/agreement';
import type { Payload, StoryEvent } from '../story/story.ts';
import { ranks } from './ranks.ts';

/** Folds what a person said last to being contacted, by purpose and channel. */
export class KnownConsents {
  readonly #said = new Map<string, Map<string | null, ContextConsent>>();

  take({ rank, payload }: StoryEvent): void {
    if (rank === ranks.consentChanged) this.#tell(payload);
    else if ((rank === ranks.captured || rank === ranks.updated) && Array.isArray(payload.consent)) {
      for (const one of payload.consent as readonly Payload[]) this.#tell(one);
    }
  }

  /** All that holds, one for each purpose and channel. */
  get all(): readonly ContextConsent[] {
    return [...this.#said.values()].flatMap((channels) => [...channels.values()]);
  }

  /** Whether some contact is allowed; `null` where nobody was asked. */
  get isGranted(): boolean | null {
    if (this.#said.size === 0) return null;
    for (const channels of this.#said.values())
      for (const { status } of channels.values()) if (status === 'granted') return true;
    return false;
  }

  #tell({ purpose, channel = null, status }: Payload): void {
    if (typeof purpose !== 'string' || !isStatus(status)) return;
    if (channel !== null && typeof channel !== 'string') return;
    let channels = this.#said.get(purpose);
    // What is said of all channels is said of each of them.
    if (channels === undefined || channel === null) {
      channels = new Map();
      this.#said.set(purpose, channels);
    }
    channels.set(channel, { purpose, channel, status });
  }
}

function isStatus(value: unknown): value is ContextConsent['status'] {
  return value === 'granted' || value === 'denied' || value === 'withdrawn';
}
