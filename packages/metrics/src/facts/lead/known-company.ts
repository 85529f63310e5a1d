import type { CompanyState } from '@sameteam/agreement';
import type { StoryEvent } from '../story/story.ts';
import { ranks } from './ranks.ts';

/** Folds what the company of a lead is to us, by the opportunities of the story and by what became of the customer. */
export class KnownCompany {
  readonly #open = new Set<string>();
  #isCustomer = false;

  take({ rank, subject, payload }: StoryEvent): void {
    if (rank === ranks.opened || rank === ranks.reopened) this.#open.add(subject);
    else if (rank === ranks.won || rank === ranks.lost) {
      this.#open.delete(subject);
      if (rank === ranks.won) this.#isCustomer = true;
    } else if (rank === ranks.customerChanged) this.#isCustomer = payload.kind !== 'churn';
  }

  get states(): readonly CompanyState[] {
    if (this.#isCustomer) return this.#open.size > 0 ? ['customer', 'open_deal'] : ['customer'];
    return this.#open.size > 0 ? ['open_deal'] : [];
  }
}
