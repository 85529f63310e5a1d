import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../src/test-support/test-context.ts';
import { allPromises } from '../../src/validate/target/all-promises.ts';
import { countOf } from '../../src/validate/target/run-promises.ts';
import { runTarget, type TargetOptions } from '../../src/validate/target/run-target.ts';
import { createTestKit } from '../../src/validate/target/test-kit.ts';
import { type Sloppiness, startSloppyEndpoint } from './support/sloppy-endpoint.ts';
import { startTroubledEndpoint } from './support/start-troubled-endpoint.ts';

/** Runs against an address, and tells what was printed. */
async function runAgainst(target: string, options: Partial<TargetOptions> = {}) {
  const context = testContext({ now: Date.now });
  const exit = await runTarget({ target, run: 'test', ...options }, context);
  return { exit, ...context.written };
}

/** Runs against an endpoint that is sloppy, and tells which promises it broke. */
async function brokenBy(...sloppiness: readonly Sloppiness[]) {
  const endpoint = await startSloppyEndpoint(...sloppiness);
  try {
    const { exit, stdout } = await runAgainst(endpoint.url, { json: true });
    const { promises, ...report } = JSON.parse(stdout) as {
      readonly promises: readonly {
        readonly id: string;
        readonly passed: boolean;
        readonly breach: { readonly message: string } | null;
      }[];
      readonly passed: number;
      readonly failed: number;
      readonly requests: number;
    };
    const broken = promises.filter(({ passed }) => !passed);
    return {
      exit,
      report,
      ids: broken.map(({ id }) => id),
      requests: endpoint.requests(),
      messages: Object.fromEntries(broken.map(({ id, breach }) => [id, breach?.message])),
    };
  } finally {
    await endpoint.close();
  }
}

const all = allPromises.map(({ id }) => id);
const onBadRequests = [
  'body-too-large',
  'too-many-items',
  'bad-utf8',
  'malformed-json',
  'wrong-content-type',
  'problem-details',
  'lead-malformed',
];

/** What an endpoint gets wrong, and every promise that it breaks by that, and no other. */
const breaks: readonly (readonly [Sloppiness, readonly string[]])[] = [
  ['always-ok', all],
  [
    'forgets-ids',
    ['import-named', 'duplicate-later', 'duplicate-in-batch', 'duplicate-reordered', 'conflict', 'lead-repeated'],
  ],
  ['knows-ids-alone', ['same-id-other-source']],
  ['compares-text', ['duplicate-reordered']],
  ['no-clock', ['future-time']],
  ['all-or-nothing', ['rest-of-batch']],
  ['always-200', ['all-refused', 'lead-refused', 'lead-unknown-field']],
  ['no-binary', ['single-binary']],
  ['no-plain-json', ['single-binary', 'plain-json']],
  ['any-content-type', ['wrong-content-type']],
  ['any-size', ['body-too-large', 'too-many-items']],
  ['any-bytes', ['bad-utf8']],
  ['any-method', ['only-post']],
  ['html-errors', onBadRequests],
  ['breaks-on-bad-text', ['nul', 'lone-surrogate']],
  ['reversed', ['items-in-order', 'duplicate-in-batch', 'rest-of-batch']],
  ['miscounts', ['counts-add-up']],
  ['vague', ['whole-issues']],
  ['no-nearest', ['unknown-field', 'unknown-event-type']],
  ['strict-versions', ['newer-minor', 'unknown-attribute']],
  ['ignores-versions', ['newer-minor', 'newer-major']],
  ['no-imports', ['import-named']],
  ['no-leads', ['only-post', ...all.filter((id) => id.startsWith('lead-'))]],
  ['takes-any-lead', ['lead-refused', 'lead-unknown-field']],
];

describe('sameteam validate --target', () => {
  it('finds nothing to say of a faithful endpoint', async () => {
    const { exit, ids, messages, report, requests } = await brokenBy();
    expect(messages).toEqual({});
    expect(ids).toEqual([]);
    expect(exit).toBe(0);
    expect(report).toMatchObject({ passed: all.length, failed: 0, requests });
  });

  it.each(breaks)('names what an endpoint breaks that is %s', async (sloppiness, wanted) => {
    const { exit, ids, messages, report } = await brokenBy(sloppiness);
    expect(new Set(ids), JSON.stringify(messages, null, 1)).toEqual(new Set(wanted));
    expect(exit).toBe(1);
    expect(report).toMatchObject({ passed: all.length - ids.length, failed: ids.length });
    for (const message of Object.values(messages)) expect(message).toMatch(/^Sent .+\. Expected .+\. Came .+\.$/);
  });

  it('names all that an endpoint breaks that checks nothing', async () => {
    const { ids } = await brokenBy('checks-nothing');
    const ofBadEvents = allPromises.filter(({ clause }) => clause === 'When something is refused').map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([...ofBadEvents, 'newer-major']));
  });

  it('says what it will send before it starts, and prints a table for people', async () => {
    const endpoint = await startSloppyEndpoint('always-200');
    try {
      const { stdout, stderr } = await runAgainst(`${endpoint.url}/v1/events`);
      const { events, requests } = countOf(allPromises, createTestKit({ run: 'test', nowMs: 0 }));
      expect(requests).toBe(endpoint.requests());
      expect(stderr).toMatch(
        new RegExp(
          `^Sending ${events} test events in ${requests} requests to ${endpoint.url}\\. .*sameteam-conformance-test\\.\n`,
        ),
      );
      expect(stderr).toContain('/sameteam/conformance/test');
      expect(stdout).toMatch(/^pass {2}single-structured +One event in structured mode is accepted\.$/m);
      expect(stdout).toMatch(
        /^FAIL {2}all-refused +When every event is refused, the status is 422\.\n {6}Sent a batch of bad events alone\. Expected status 422\./m,
      );
      expect(stdout).toMatch(
        /\n\n\d+ of \d+ promises kept\. Broken: all-refused, lead-refused, lead-unknown-field\.\n$/,
      );
    } finally {
      await endpoint.close();
    }
  });

  it('shows nothing that an endpoint sends as escape sequences, and keeps tokens to itself', async () => {
    const received: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      received.push(request.headers.authorization);
      response.end('\u001b[31mred\u202e');
    });
    const url = await listen(server);
    const { stdout, stderr } = await runAgainst(url, { header: ['Authorization: Bearer secret'] });
    server.close();
    expect(new Set(received)).toEqual(new Set(['Bearer secret']));
    expect(stdout).toContain('\\u001b[31mred\\u202e');
    expect(stdout + stderr).not.toContain('secret');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there.
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('an endpoint that cannot be tried', () => {
  const closed = 'http://127.0.0.1:1';

  it('is told in a sentence when nothing listens', async () => {
    const { exit, stdout, stderr } = await runAgainst(closed);
    expect(exit).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/\nCannot try http:\/\/127\.0\.0\.1:1: nothing listens there\.\n$/);
  });

  it.each([
    [401, {}, /answers 401 and lets nobody in\. Give the token of the sender with --header/],
    [404, {}, /nothing at \/v1\/events \(404\)/],
    [301, { location: 'https://other.example/' }, /leads to https:\/\/other\.example\//],
  ])('is told by status %i', async (status, headers, sentence) => {
    const server = createServer((_, response) => response.writeHead(status, headers).end());
    const { exit, stderr } = await runAgainst(await listen(server));
    server.close();
    expect(exit).toBe(1);
    expect(stderr).toMatch(sentence);
  });

  it('does not hang when it is silent', async () => {
    const server = createServer(() => undefined);
    const started = performance.now();
    const { exit, stderr } = await runAgainst(await listen(server), { timeout: 0.2 });
    server.closeAllConnections();
    server.close();
    expect(exit).toBe(1);
    expect(stderr).toContain('no answer came within 0.2 s');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  // They wait for an answer that does not come.
  it.concurrent.each(['silent', 'dribble', 'cut'] as const)(
    'does not hang when it changes for the worse: %s',
    async (fall) => {
      let requests = 0;
      const endpoint = await startTroubledEndpoint((request, response) => {
        if (++requests <= 5) return false;
        if (fall === 'cut') request.socket.destroy();
        if (fall === 'dribble') setInterval(() => response.write(' '), 50).unref();
        return true;
      });
      const { exit, stdout } = await runAgainst(endpoint.url, { timeout: 1.5 });
      await endpoint.close();
      expect(exit).toBe(1);
      expect(requests).toBe(8);
      expect(stdout.match(/^pass/gm)?.length).toBe(4);
      expect(stdout).toContain('Not tried: the endpoint did not answer the requests before.');
      expect(stdout).toContain(fall === 'cut' ? 'the connection was cut' : 'no answer came within 1.5 s');
    },
  );

  it('is asked again where it cuts off a long body before its answer could be read', async () => {
    let cuts = 0;
    const endpoint = await startTroubledEndpoint(({ headers, socket }) => {
      if (Number(headers['content-length']) < 8_388_608 || cuts === 2) return false;
      cuts++;
      socket.resetAndDestroy();
      return true;
    });
    const { exit, stdout } = await runAgainst(endpoint.url);
    await endpoint.close();
    expect(cuts).toBe(2);
    expect(stdout).not.toContain('FAIL');
    expect(exit).toBe(0);
  });

  it('is left alone when the run is told to stop', async () => {
    const context = testContext({ now: Date.now });
    const server = createServer(() => context.abort());
    const exit = await runTarget({ target: await listen(server) }, context);
    server.closeAllConnections();
    server.close();
    expect(exit).toBe(1);
    expect(context.written.stderr).toContain('Stopped before the end');
  });

  it('is refused as wrong usage when it is no address, and a header when it is none', async () => {
    await expect(runAgainst('ftp://a.example')).rejects.toMatchObject({ code: 'commander.invalidArgument' });
    await expect(runAgainst('localhost:4330')).rejects.toThrow('is not the address of an endpoint');
    const refused = runAgainst(closed, { header: ['Bearer secret'] });
    await expect(refused).rejects.toThrow('Write "Name: value"');
    await expect(runAgainst(closed, { header: ['token secret\r\nx: y'] })).rejects.toThrow('is not a header');
  });
});

describe('the promises', () => {
  const kit = createTestKit({ run: 'one', nowMs: Date.now() });
  const requests = allPromises.flatMap(({ steps }) => steps(kit).map(({ request }) => request));

  it('have ids of their own, a sentence and a clause', () => {
    expect(new Set(all).size).toBe(all.length);
    for (const { id, says, clause } of allPromises) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(says).toMatch(/^[A-Z].*\.$/);
      expect(clause).not.toBe('');
    }
  });

  it('send nothing that another run sends, and name the run in every subject', () => {
    const other = createTestKit({ run: 'two', nowMs: Date.now() });
    const textOf = (body: Uint8Array) => new TextDecoder().decode(body);
    const ids = (texts: readonly string[]) => texts.join('\n').match(/sameteam-conformance-[\w-]+/g) ?? [];
    const mine = new Set(ids(requests.map(({ body, headers }) => textOf(body) + JSON.stringify(headers))));
    const theirs = allPromises.flatMap(({ steps }) => steps(other).map(({ request }) => textOf(request.body)));
    expect(mine.size).toBeGreaterThan(30);
    expect(ids(theirs).filter((id) => mine.has(id))).toEqual([]);
    const subjects = requests.flatMap(({ body }) => textOf(body).match(/"subject":"[^"]*"/g) ?? []);
    for (const subject of subjects) expect(subject).toMatch(/^"subject":"(lead\/)?sameteam-conformance-one-/);
  });
});

function listen(server: ReturnType<typeof createServer>): Promise<string> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );
}
