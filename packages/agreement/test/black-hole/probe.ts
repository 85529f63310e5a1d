import { effectiveAgreement } from '@sameteam/agreement';
import fc from 'fast-check';
import { walkAgreement } from '../../src/walk/walk-agreement.ts';
import { gridFinder, simulatedHoles } from './black-hole-simulation.ts';
import { randomAgreements } from './random-agreements.ts';

const runs = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? 1);
let clean = 0,
  holed = 0,
  ms1 = 0,
  ms2 = 0,
  worst = 0;
const kinds: Record<string, number> = {};
const result = fc.check(
  fc.property(randomAgreements, (agreement) => {
    let any = false;
    for (const segment of [null, ...agreement.segments.map(({ id }) => id)]) {
      const t0 = performance.now();
      const walk = walkAgreement(effectiveAgreement(agreement, segment), { segment, findLead: gridFinder() });
      const t1 = performance.now();
      const expected = simulatedHoles(agreement, segment)
        .map(({ kind, place }) => `${kind} ${place}`)
        .sort();
      const t2 = performance.now();
      ms1 += t1 - t0;
      ms2 += t2 - t1;
      worst = Math.max(worst, t1 - t0);
      const found = walk.holes.map(({ kind, path }) => `${kind} ${path.join('.')}`).sort();
      if (found.length > 0) any = true;
      for (const one of walk.holes) kinds[one.kind] = (kinds[one.kind] ?? 0) + 1;
      if (JSON.stringify(found) !== JSON.stringify(expected))
        throw new Error(`segment ${segment}\n walk ${found.join(', ')}\n sim  ${expected.join(', ')}`);
    }
    if (any) holed++;
    else clean++;
  }),
  { numRuns: runs, seed, endOnFailure: process.argv[4] !== 'shrink' },
);
console.log({ clean, holed, ms1, ms2, worst, kinds, failed: result.failed });
if (result.failed) {
  console.log(String(result.errorInstance).slice(0, 2000));
  const a = result.counterexample?.[0] as unknown as Record<string, unknown>;
  for (const k of [
    'teams',
    'segments',
    'overrides',
    'readiness',
    'qualified',
    'handOffs',
    'programs',
    'sla',
    'reasons',
    'territories',
    'exclusions',
    'order',
  ])
    console.log(k, JSON.stringify(a[k]));
}
