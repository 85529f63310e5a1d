import type { Problem } from '@sameteam/service';

/** Problem details as a response. */
export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return jsonResponse(problem, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** JSON as a response that nobody keeps, with its length, so that small ones are not compressed. */
export function jsonResponse(
  value: unknown,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  // The line end is for those who read it in a terminal.
  const body = `${JSON.stringify(value)}\n`;
  return new Response(body, {
    status,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
