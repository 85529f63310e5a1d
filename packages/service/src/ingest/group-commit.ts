/** How much is done at once. */
export interface GroupCommitOptions<Job> {
  /** What a job weighs. */
  readonly weight: (job: Job) => number;
  /** Weight from which on no further job is taken into the same commit. */
  readonly enough: number;
  /** Waits a moment before each commit, so that what has arrived already can be taken into it. Not at all unless told. */
  readonly gather?: () => Promise<void>;
}

/**
 * Commits jobs together. A job that comes while nothing runs is committed at once; those that come while a commit runs
 * wait, and are taken into the next one together, so that many senders share the wait for the disk. Jobs keep their order,
 * and never two commits run at a time.
 * @param commit commits all of the jobs or none, and answers in their order; when it rejects, each of them is tried alone
 * @returns a function that takes a job and resolves once it is committed
 * @example
 * const store = createGroupCommit(async (jobs: readonly number[]) => jobs.map(String), { weight: () => 1, enough: 100 });
 * await Promise.all([store(1), store(2), store(3)]) // ['1', '2', '3']
 */
export function createGroupCommit<Job, Result>(
  commit: (jobs: readonly Job[]) => Promise<readonly Result[]>,
  { weight, enough, gather }: GroupCommitOptions<Job>,
): (job: Job) => Promise<Result> {
  const waiting: Waiting<Job, Result>[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      if (gather !== undefined) await gather();
      const group = waiting.splice(0, groupSize());
      try {
        const results = await commit(group.map(({ job }) => job));
        for (const [index, { resolve }] of group.entries()) resolve(results[index] as Result);
      } catch (cause) {
        if (group.length === 1) group[0]?.reject(cause);
        else await alone(group);
      }
    }
    isRunning = false;
  }

  /** A group that cannot be committed is tried job by job, so that one of them does not fail the others. */
  async function alone(group: readonly Waiting<Job, Result>[]): Promise<void> {
    for (const { job, resolve, reject } of group) {
      try {
        const [result] = await commit([job]);
        resolve(result as Result);
      } catch (cause) {
        reject(cause);
      }
    }
  }

  function groupSize(): number {
    let sum = 0;
    const over = waiting.findIndex(({ job }) => {
      const isEnough = sum >= enough;
      sum += weight(job);
      return isEnough;
    });
    return over < 0 ? waiting.length : over;
  }

  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      if (!isRunning) void run();
    });
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (cause: unknown) => void;
}
