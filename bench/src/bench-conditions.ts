import { type ConditionContext, compileCondition, evaluateCondition } from '@sameteam/agreement';
import { Engine } from 'json-rules-engine';
import { conditionPeers, ruleFacts } from './condition-peers.ts';
import { leadContexts } from './lead-contexts.ts';
import { count, printFigures } from './table.ts';

const goal = { timesFaster: 100, shareOfByHand: 0.5 };

/**
 * Leads that json-rules-engine is asked of in a round. Measurements take a millisecond or two, and there are many, so
 * that most of them run undisturbed on a machine that has other work.
 */
const ruledLeads = 20;

/** Times that the other ways go over all leads in a round. */
const passes = 4;

/** How long all ways go round before they are measured, so that the engine has compiled what it compiles. */
const warmUpMs = 2000;

/**
 * Conditions asked of leads, one after the other of each lead: compiled, by `evaluateCondition`, by functions written by
 * hand, and by json-rules-engine with one rule for each. All in turn, so that all meet the same machine.
 */
export async function benchConditions(leads: number, rounds: number): Promise<void> {
  const contexts = leadContexts(leads);
  const compiled = conditionPeers.map(({ condition }) => compileCondition(condition));
  const byHand = conditionPeers.map((peer) => peer.byHand);
  const evaluated = conditionPeers.map(
    ({ condition }) =>
      (context: ConditionContext) =>
        evaluateCondition(condition, context),
  );
  const ruled = contexts.slice(0, ruledLeads);
  const held = heldBy(byHand, contexts);
  const often = (tests: readonly Test[]): Way => ({
    run: () => repeated(() => heldBy(tests, contexts)),
    held: held * passes,
  });
  const times = await timesOf(
    {
      compiled: often(compiled),
      byHand: often(byHand),
      evaluated: often(evaluated),
      rules: { run: ruleWay(ruled), held: heldBy(byHand, ruled) },
    },
    rounds,
  );
  const asked = leads * conditionPeers.length;
  const askedOften = asked * passes;
  const own = askedOften / times.compiled;
  const perSecond = {
    byHand: askedOften / times.byHand,
    evaluated: askedOften / times.evaluated,
    rules: (ruledLeads * conditionPeers.length) / times.rules,
  };
  const faster = own / perSecond.rules;
  const share = own / perSecond.byHand;
  printFigures(
    `${conditionPeers.length} conditions of ${count(leads)} leads, ${Math.round((100 * held) / asked)} % hold (fastest of ${rounds})`,
    [
      { what: 'compileCondition', value: `${count(own)}/s`, against: '', isMet: null },
      {
        what: 'json-rules-engine',
        value: `${count(perSecond.rules)}/s`,
        against: `compiled is ${Math.round(faster)} times as fast; at least ${goal.timesFaster}`,
        isMet: faster >= goal.timesFaster,
      },
      {
        what: 'functions written by hand',
        value: `${count(perSecond.byHand)}/s`,
        against: `compiled is ${share.toFixed(2)} as fast; at least ${goal.shareOfByHand}`,
        isMet: share >= goal.shareOfByHand,
      },
      {
        what: 'evaluateCondition',
        value: `${count(perSecond.evaluated)}/s`,
        against: `compiled is ${(own / perSecond.evaluated).toFixed(1)} times as fast`,
        isMet: null,
      },
    ],
  );
}

interface Way {
  readonly run: () => number | Promise<number>;
  /** How many conditions hold. */
  readonly held: number;
}

/** Seconds of each way, in its fastest round: other work on the machine can only add to it. A round takes the ways in turn. */
async function timesOf<Name extends string>(
  ways: Readonly<Record<Name, Way>>,
  rounds: number,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(ways) as Name[];
  const taken = Object.fromEntries(names.map((name): [Name, number[]] => [name, []])) as Record<Name, number[]>;
  const warmAtMs = performance.now() + warmUpMs;
  for (let round = 0; round < rounds; ) {
    const isWarm = performance.now() > warmAtMs;
    for (const name of names) {
      const startMs = performance.now();
      const held = await ways[name].run();
      if (isWarm) taken[name].push((performance.now() - startMs) / 1000);
      if (held !== ways[name].held) throw new Error(`${name}: ${held} hold and not ${ways[name].held}`);
    }
    if (isWarm) round += 1;
  }
  return Object.fromEntries(names.map((name) => [name, Math.min(...taken[name])])) as Record<Name, number>;
}

type Test = (context: ConditionContext) => boolean;

function repeated(work: () => number): number {
  let sum = 0;
  for (let pass = 0; pass < passes; pass++) sum += work();
  return sum;
}

function heldBy(tests: readonly Test[], contexts: readonly ConditionContext[]): number {
  let held = 0;
  for (const context of contexts) for (const holds of tests) if (holds(context)) held += 1;
  return held;
}

/** One engine that is made once and holds all rules, as its documentation has it. */
function ruleWay(contexts: readonly ConditionContext[]): Way['run'] {
  const engine = new Engine(
    conditionPeers.map(({ rule }, index) => ({ conditions: rule, event: { type: `rule-${index}` } })),
  );
  const lists = contexts[0]?.lists ?? {};
  engine.addOperator('onList', (value: string, list: string) => lists[list]?.has(value) === true);
  const facts = contexts.map(ruleFacts);
  return async () => {
    let held = 0;
    for (const known of facts) held += (await engine.run(known)).events.length;
    return held;
  };
}
