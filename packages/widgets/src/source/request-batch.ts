import { type Report, type ReportRequest, SameteamClientError } from '@sameteam/api/client';

/** What several askers of the same rows, each with its own metrics, get from one request. */
interface Waiting {
  readonly request: ReportRequest;
  readonly resolve: (report: Report) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Makes one request of all those that differ in their metrics only and come in the same turn of the event loop: a
 * page of eight elements asks twice or three times.
 * @param send asks the service
 * @returns asks for one report
 */
export function batched(
  send: (request: ReportRequest) => Promise<Report>,
): (request: ReportRequest) => Promise<Report> {
  let waiting: Waiting[] = [];

  async function sendTogether(group: readonly Waiting[]): Promise<void> {
    const [first] = group;
    if (first === undefined) return;
    const metrics = [...new Set(group.flatMap(({ request }) => request.metrics))];
    try {
      const report = await send({ ...first.request, metrics });
      for (const { request, resolve } of group)
        resolve({ ...report, rows: report.rows.filter((row) => request.metrics.includes(row.metric)) });
    } catch (reason) {
      // One asker's mistake must not take the others down with it.
      const isMistake = reason instanceof SameteamClientError && reason.status >= 400 && reason.status < 500;
      if (isMistake && group.length > 1) for (const asker of group) void sendTogether([asker]);
      else for (const { reject } of group) reject(reason);
    }
  }

  function flush(): void {
    const groups = new Map<string, Waiting[]>();
    for (const asker of waiting) {
      const rows = JSON.stringify({ ...asker.request, metrics: [] });
      groups.set(rows, [...(groups.get(rows) ?? []), asker]);
    }
    waiting = [];
    for (const group of groups.values()) void sendTogether(group);
  }

  return (request) =>
    new Promise((resolve, reject) => {
      // A macrotask: elements upgraded by one script update in several microtasks.
      if (waiting.length === 0) setTimeout(flush);
      waiting.push({ request, resolve, reject });
    });
}
