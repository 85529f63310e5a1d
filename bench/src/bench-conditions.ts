import { type ConditionContext, compileCondition, evaluateCondition } from '@sameteam/agreement';
import { Engine } from 'json-rules-engine';
import { conditionPeers, ruleFacts } from './condition-peers.ts';
import { leadContexts } from './lead-contexts.ts';
import { count, median, printFigures } from './table.ts';

const goal = { timesFaster: 100, shareOfByHand: 0.5 };

/** Times that each way goes over all leads in one measurement: long enough for the clock. */
const passes = 20;

/**
 * Conditions asked of leads, one after the other of each lead: compiled, by `evaluateCondition`, by functions written by
 * hand, and by json-rules-engine with one rule for each. All in turn, so that all meet the same machine.
 */
export async function benchConditions(leads: number, runs: number): Promise<void> {
  const contexts = leadContexts(leads);
  const compiled = conditionPeers.map(({ condition }) => compileCondition(condition));
  const byHand = conditionPeers.map((peer) => peer.byHand);
  const evaluated = conditionPeers.map(
    ({ condition }) =>
      (context: ConditionContext) =>
        evaluateCondition(condition, context),
  );
  const engine = ruleEngine(contexts);
  const facts = contexts.map(ruleFacts);
  const ways = { compiled, byHand, evaluated } as const;
  const expected = heldBy(byHand, contexts);
  const times = { compiled: [] as number[], byHand: [] as number[], evaluated: [] as number[], rules: [] as number[] };
  for (let run = 0; run < runs; run++) {
    for (const [name, tests] of Object.entries(ways) as [keyof typeof ways, readonly Test[]][]) {
      const startMs = performance.now();
      let held = 0;
      for (let pass = 0; pass < passes; pass++) held += heldBy(tests, contexts);
      times[name].push((performance.now() - startMs) / passes);
      if (held !== expected * passes) throw new Error(`${name}: ${held / passes} hold and not ${expected}`);
    }
    const startMs = performance.now();
    let held = 0;
    for (const known of facts) held += (await engine.run(known)).events.length;
    times.rules.push(performance.now() - startMs);
    if (held !== expected) throw new Error(`json-rules-engine: ${held} hold and not ${expected}`);
  }
  const perSecond = (name: keyof typeof times) => (leads * conditionPeers.length) / (median(times[name]) / 1000);
  const own = perSecond('compiled');
  const faster = own / perSecond('rules');
  const share = own / perSecond('byHand');
  printFigures(
    `${conditionPeers.length} conditions of ${count(leads)} leads, ${Math.round((100 * expected) / (leads * conditionPeers.length))} % hold (median of ${runs})`,
    [
      { what: 'compileCondition', value: `${count(own)}/s`, against: '', isMet: null },
      {
        what: 'json-rules-engine',
        value: `${count(perSecond('rules'))}/s`,
        against: `compiled is ${Math.round(faster)} times as fast; at least ${goal.timesFaster}`,
        isMet: faster >= goal.timesFaster,
      },
      {
        what: 'functions written by hand',
        value: `${count(perSecond('byHand'))}/s`,
        against: `compiled is ${share.toFixed(2)} as fast; at least ${goal.shareOfByHand}`,
        isMet: share >= goal.shareOfByHand,
      },
      {
        what: 'evaluateCondition',
        value: `${count(perSecond('evaluated'))}/s`,
        against: `compiled is ${(own / perSecond('evaluated')).toFixed(1)} times as fast`,
        isMet: null,
      },
    ],
  );
}

type Test = (context: ConditionContext) => boolean;

function heldBy(tests: readonly Test[], contexts: readonly ConditionContext[]): number {
  let held = 0;
  for (const context of contexts) for (const holds of tests) if (holds(context)) held += 1;
  return held;
}

/** One engine that is made once and holds all rules, as its documentation has it. */
function ruleEngine(contexts: readonly ConditionContext[]): Engine {
  const engine = new Engine(
    conditionPeers.map(({ rule }, index) => ({ conditions: rule, event: { type: `rule-${index}` } })),
  );
  const lists = contexts[0]?.lists ?? {};
  engine.addOperator('onList', (value: string, list: string) => lists[list]?.has(value) === true);
  return engine;
}
