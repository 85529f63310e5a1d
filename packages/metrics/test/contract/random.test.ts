import { defineAgreement } from '@sameteam/agreement';
import { appendEvents, type Engine, parsePlan, type ReportRow } from '@sameteam/metrics';
import { nodePlatform } from '@sameteam/metrics/duckdb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engines } from '../support/engines.ts';
import { type RandomLog, randomLog, randomRequest } from '../support/random-log.ts';

const agreement = defineAgreement({
  sameteam: 1,
  name: 'Random',
  version: 1,
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  rates: { USD: 0.92 },
  teams: { marketing: {}, sales: {} },
  exclusions: [
    {
      id: 'rivals',
      when: { all: [{ field: 'source.channel', in: ['ünknown'] }, { not: { field: 'source.motion', exists: true } }] },
      then: 'disqualify',
    },
  ],
  segments: [
    { id: 'outbound', when: { field: 'source.motion', is: 'outbound' } },
    {
      id: 'partner',
      when: {
        any: [
          { field: 'source.channel', is: '😀' },
          { field: 'lead.product', is: 'paid' },
        ],
      },
    },
  ],
  readiness: { hot: {}, raw: {} },
  sla: {},
  reasons: { not_ready: { then: 'disqualify' } } as const,
  windows: { lead_to_win: '20d' },
});

const importMs = Date.UTC(2026, 5, 1);

async function load(engine: Engine, log: RandomLog): Promise<void> {
  for (const [index, { events, undone }] of log.imports.entries()) {
    await appendEvents(engine, events, {
      platform: nodePlatform,
      recordedMs: importMs + index * 1000,
      id: `i${index}`,
      batchSize: 13,
    });
    if (undone) await engine.undoImport(`i${index}`, { recordedMs: importMs + index * 1000 + 500 });
  }
}

/** Floating results agree to a relative 1e-9, everything else to the bit. */
function rounded(rows: readonly ReportRow[]): unknown {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'number' ? Number(value.toPrecision(12)) : value,
      ]),
    ),
  );
}

const runs = Number(process.env.SAMETEAM_RANDOM_RUNS ?? 1000);

describe('memory and DuckDB', () => {
  it(`give the same rows and the same leads on ${runs} random logs and plans`, async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(randomLog, fc.array(randomRequest, { minLength: 1, maxLength: 2 }), async (log, requests) => {
        const opened = await Promise.all(engines.map(({ open }) => open(agreement)));
        try {
          for (const engine of opened) await load(engine, log);
          for (const { knownAtImport, ...request } of requests) {
            const knownAt =
              knownAtImport === undefined
                ? {}
                : {
                    knownAt: new Date(importMs + Math.min(knownAtImport, log.imports.length - 1) * 1000).toISOString(),
                  };
            const plan = parsePlan(
              { ...request, grain: request.grain as 'month', ...knownAt },
              { zone: agreement.timeZone, nowMs: importMs + 10_000 },
            );
            const [memory, duckdb] = await Promise.all(opened.map((engine) => engine.run(plan)));
            expect(rounded(duckdb ?? [])).toEqual(rounded(memory ?? []));
            compared += memory?.length ?? 0;
            const row = memory?.find((candidate) => (candidate.numerator ?? 0) > 0) ?? memory?.[0];
            if (row === undefined) continue;
            for (const part of ['numerator', 'denominator', 'excluded'] as const) {
              const cell = { metric: row.metric, dimensions: row.dimensions, part };
              const pages = await Promise.all(opened.map((engine) => engine.leads(plan, cell, { limit: 3 })));
              expect(pages[1]).toEqual(pages[0]);
              if (row.unit !== 'money' && part === 'numerator' && row.numerator !== null)
                expect(pages[0]?.total).toBe(row.numerator);
            }
          }
        } finally {
          await Promise.all(opened.map((engine) => engine.close()));
        }
      }),
      { numRuns: runs },
    );
    expect(compared).toBeGreaterThan(runs);
  }, 600_000);
});
