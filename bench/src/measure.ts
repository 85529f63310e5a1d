/** What a piece of work took. */
export interface Taken {
  /** Milliseconds by the clock. */
  readonly wallMs: number;
  /** Milliseconds of all processors: what others do on the machine does not count. */
  readonly cpuMs: number;
}

/** Runs work once. */
export async function taken(work: () => Promise<unknown>): Promise<Taken> {
  const startMs = performance.now();
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return { wallMs: performance.now() - startMs, cpuMs: (user + system) / 1000 };
}

/** The least of some runs, after one to warm up: what disturbs a run only ever adds to it. */
export async function best(runs: number, work: () => Promise<unknown>): Promise<Taken> {
  await work();
  const all: Taken[] = [];
  for (let run = 0; run < runs; run++) all.push(await taken(work));
  return {
    wallMs: Math.min(...all.map(({ wallMs }) => wallMs)),
    cpuMs: Math.min(...all.map(({ cpuMs }) => cpuMs)),
  };
}
