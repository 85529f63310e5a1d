/** What the requests of a run are made of. */
export interface TestKit {
  /** Names the run: no other run sends the same ids. */
  readonly run: string;
  /** The clock of this machine, in UTC milliseconds. */
  readonly nowMs: number;
  /** The `source` of all events of the run. */
  readonly source: string;
  /** The id that is made of a name, for an event or a flat lead. */
  readonly id: (name: string) => string;
  /** A good event, `lead.captured`, with what differs from it. A change to `undefined` takes an attribute away. */
  readonly event: (name: string, changes?: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** A minute: the time of test events lies that much before now, so that clocks may differ a little. */
const agoMs = 60_000;

/**
 * Makes the kit of a run. Every subject begins with `lead/sameteam-conformance-` and the run, and every identity is
 * known, so that each event can be retracted.
 * @example createTestKit({ run: 'a1', nowMs: 0 }).event('one').subject // 'lead/sameteam-conformance-a1-one'
 */
export function createTestKit({ run, nowMs }: { readonly run: string; readonly nowMs: number }): TestKit {
  const source = `/sameteam/conformance/${run}`;
  const id = (name: string) => `sameteam-conformance-${run}-${name}`;
  return {
    run,
    nowMs,
    source,
    id,
    event: (name, changes = {}) => ({
      specversion: '1.0',
      id: id(name),
      source,
      type: 'lead.captured',
      subject: `lead/${id(name)}`,
      time: new Date(nowMs - agoMs).toISOString(),
      data: { source: { channel: 'sameteam_conformance' } },
      ...changes,
    }),
  };
}
