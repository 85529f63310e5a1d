import { readdirSync, readFileSync } from 'node:fs';
import { defaultAgreement } from '@sameteam/agreement';
import * as metrics from '@sameteam/metrics';
import * as duckdb from '@sameteam/metrics/duckdb';
import { describe, expect, it } from 'vitest';
import { contentDigest, digestBytes } from '../src/batch/content-digest.ts';
import { captured } from './support/events.ts';

const folder = new URL('../src/', import.meta.url);

/** The examples of all docstrings. */
function examples(): readonly { readonly file: string; readonly code: string }[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const found = text.matchAll(/^ \* @example\s+((?:(?! \*\/| \* @).*\n)+) \*\/| @example (.*) \*\/$/gm);
    return Array.from(found, (match) => ({
      file,
      code: (match[1] ?? match[2] ?? '')
        .replaceAll(/^\s*\* ?/gm, '')
        .replaceAll('export ', '')
        .trim(),
    }));
  });
}

const run = Object.getPrototypeOf(async () => undefined).constructor as new (
  ...parts: readonly string[]
) => (...values: readonly unknown[]) => Promise<unknown>;

describe('the examples in docstrings', () => {
  it('are there', () => {
    expect(examples().length).toBeGreaterThan(4);
  });

  it.each(examples())('run: $file', async ({ code }) => {
    const opened: metrics.Engine[] = [];
    const keep = (engine: metrics.Engine) => {
      opened.push(engine);
      return engine;
    };
    const engine = keep(metrics.createMemoryEngine({ agreement: defaultAgreement, hash: duckdb.sha256 }));
    const known = {
      ...metrics,
      ...duckdb,
      contentDigest,
      digestBytes,
      defaultAgreement,
      hash: duckdb.sha256,
      secret: duckdb.nodePlatform.secret,
      nowMs: Date.UTC(2026, 5, 1),
      event: captured('ann', '2026-01-01'),
      session: await engine.beginImport({ recordedMs: 0 }),
      // An example names a file; the test leaves none behind.
      openDuckDbEngine: async (options: duckdb.DuckDbEngineOptions) =>
        keep(await duckdb.openDuckDbEngine({ ...options, path: ':memory:' })),
    };
    try {
      const body = code.includes(';') ? code : `return (${code});`;
      await expect(new run(...Object.keys(known), body)(...Object.values(known))).resolves.not.toThrow();
    } finally {
      for (const each of opened) await each.close();
    }
  });
});
