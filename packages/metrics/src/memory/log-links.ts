import { growingInt32 } from '../facts/columns/growing.ts';

/** Which leads are linked to which opportunities, by which events: a column for each. */
export interface LinkColumns {
  readonly event: Int32Array;
  readonly opportunity: Int32Array;
  readonly lead: Int32Array;
}

/** Leads that events of opportunities name, and opportunities that leads were converted to, in the order of arrival. */
export class LogLinks {
  private readonly event = growingInt32();
  private readonly opportunity = growingInt32();
  private readonly lead = growingInt32();

  push(event: number, { opportunity, lead }: { readonly opportunity: number; readonly lead: number }): void {
    this.event.push(event);
    this.opportunity.push(opportunity);
    this.lead.push(lead);
  }

  /** The links so far, without a copy; valid until the next `push`. */
  columns(): LinkColumns {
    return { event: this.event.view(), opportunity: this.opportunity.view(), lead: this.lead.view() };
  }
}
