import { ProblemError } from '@sameteam/service';
import { problemResponse } from './problem-response.ts';

type Fetch<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Response | Promise<Response>;

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether only this machine can reach a server that is bound to this host.
 * @param host a name or address as it is bound: `127.0.0.1`, `::1`, `localhost`
 * @example isLoopback('0.0.0.0') // false
 */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Answers only requests that name the server by one of its names. A page can make its own name resolve to this machine
 * (DNS rebinding) and then counts as the same origin; its name still stands in `Host`.
 * @param names beside `localhost` and the loopback addresses, without port
 */
export function guardHost<Rest extends unknown[]>(fetch: Fetch<Rest>, names: readonly string[]): Fetch<Rest> {
  const allowed = [...loopbackNames, ...names.map((name) => name.toLowerCase())];
  return (request, ...rest) => {
    const host = request.headers.get('host') ?? '';
    const name = host.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase();
    if (allowed.includes(name) || name.endsWith('.localhost')) return fetch(request, ...rest);
    return problemResponse(new ProblemError('host-not-allowed', { host, allowed }).problem);
  };
}
