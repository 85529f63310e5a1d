import type { Agreement, Reason } from '../../agreement.ts';
import type { Condition } from '../../condition/condition.ts';
import { readableName } from '../../words/readable-name.ts';
import type { Flow, FlowEdge, FlowKind, FlowNode } from './flow.ts';
import { mergeAlike } from './merge-alike.ts';
import { listLines, wrapName } from './wrap-name.ts';

interface Built {
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
}

/**
 * The picture of an agreement: leads come in, are told apart by readiness, are handed off from team to team, and are won
 * or given back; reasons that lead to the same place are one box, and so are
 * many hand-offs or programs that go the same way. O(hand-offs × readiness + reasons + programs).
 */
export function agreementFlow(agreement: Agreement): Flow {
  const built: Built = { nodes: [], edges: [] };
  addReadiness(agreement, built);
  addHandOffs(agreement, built);
  addEnds(agreement, built);
  addReasons(agreement, built);
  addPrograms(agreement, built);
  return mergeAlike(built);
}

function add(built: Built, kind: FlowKind, id: string, lines: readonly string[], returns = false): void {
  if (!built.nodes.some((node) => node.id === id)) built.nodes.push({ id, kind, lines, returns });
}

function link(built: Built, from: string, to: string): void {
  const isThere = built.edges.some((edge) => edge.from === from && edge.to === to);
  if (!isThere && from !== to) built.edges.push({ from, to });
}

function addReadiness({ order }: Agreement, built: Built): void {
  add(built, 'start', 'start', ['New leads']);
  for (const name of order.readiness) {
    add(built, 'readiness', `readiness/${name}`, wrapName(name));
    link(built, 'start', `readiness/${name}`);
  }
}

/** Teams that leads are handed off to. */
function receivers({ handOffs }: Agreement): ReadonlySet<string> {
  return new Set(Object.values(handOffs).map(({ to }) => to));
}

function addHandOffs(agreement: Agreement, built: Built): void {
  const receiving = receivers(agreement);
  for (const name of agreement.order.handOffs) {
    const handOff = agreement.handOffs[name];
    if (handOff === undefined) continue;
    const { from, to, when } = handOff;
    add(built, 'hand-off', `hand-off/${name}`, wrapName(name));
    for (const source of receiving.has(from) ? [`team/${from}`] : comingIn(agreement, when)) {
      link(built, source, `hand-off/${name}`);
    }
    link(built, `hand-off/${name}`, `team/${to}`);
  }
  for (const team of receiving) add(built, 'team', `team/${team}`, wrapName(team));
}

/** Boxes that a hand-off of new leads begins at: the readiness that it asks for, or all new leads. */
function comingIn({ order }: Agreement, when: Condition): readonly string[] {
  const asked = readinessAsked(when).filter((name) => order.readiness.includes(name));
  return asked.length === 0 ? ['start'] : asked.map((name) => `readiness/${name}`);
}

function readinessAsked(condition: Condition): readonly string[] {
  if ('readiness' in condition) return condition.readiness;
  if ('all' in condition) return condition.all.flatMap(readinessAsked);
  return 'any' in condition && condition.any.every((part) => 'readiness' in part)
    ? condition.any.flatMap(readinessAsked)
    : [];
}

function addAgain(built: Built, id: string): void {
  add(built, 'again', id, ['on by', ...wrapName(id.slice('again/'.length))]);
}

/** Teams that pass no lead on; all of them where they pass leads round. */
function lastTeams(agreement: Agreement): readonly string[] {
  const receiving = [...receivers(agreement)];
  const passing = new Set(Object.values(agreement.handOffs).map(({ from }) => from));
  const last = receiving.filter((team) => !passing.has(team));
  return last.length === 0 ? receiving : last;
}

function addEnds(agreement: Agreement, built: Built): void {
  if (receivers(agreement).size === 0) return;
  add(built, 'end', 'end/customer', ['Customer']);
  for (const team of lastTeams(agreement)) link(built, `team/${team}`, 'end/customer');
}

function addReasons(agreement: Agreement, built: Built): void {
  const groups = new Map<string, string[]>();
  for (const [name, reason] of Object.entries(agreement.reasons)) {
    const target = targetOf(reason);
    groups.set(target, [...(groups.get(target) ?? []), readableName(name)]);
  }
  if (groups.size === 0) return;
  addBack(agreement, built);
  for (const [target, names] of groups) {
    built.nodes.push({ id: `reasons/${target}`, kind: 'reasons', lines: listLines(names), names, returns: false });
    link(built, 'back', `reasons/${target}`);
    link(built, `reasons/${target}`, target);
  }
  if (groups.has('end/disqualified')) add(built, 'end', 'end/disqualified', ['Disqualified']);
  for (const target of groups.keys()) {
    if (target.startsWith('again/')) addAgain(built, target);
  }
  if (groups.has('recycled')) add(built, 'program', 'recycled', ['Recycled,', 'in no program'], true);
}

// Every team can give a lead back; with many teams, so many arrows would hide the others.
function addBack(agreement: Agreement, built: Built): void {
  const receiving = [...receivers(agreement)];
  const isCrowded = receiving.length > 2;
  add(built, 'back', 'back', [isCrowded ? 'Given back by any team,' : 'Given back,', 'with a reason']);
  const last = isCrowded ? lastTeams(agreement) : receiving;
  for (const team of last) link(built, `team/${team}`, 'back');
  for (const team of receiving.filter((name) => !last.includes(name))) {
    built.edges.push({ from: `team/${team}`, to: 'back', hidden: true });
  }
  if (receiving.length === 0) link(built, 'start', 'back');
}

function targetOf(reason: Reason): string {
  if (reason.then === 'disqualify') return 'end/disqualified';
  if (reason.then === 'hand_off') return `again/${reason.handOff}`;
  return reason.program === undefined ? 'recycled' : `program/${reason.program}`;
}

function addPrograms({ programs, reasons, readiness }: Agreement, built: Built): void {
  const revisited = new Set(
    Object.values(reasons).flatMap((reason) =>
      reason.then === 'recycle' && (reason.revisitAfter ?? reason.reviveWhen) !== undefined ? [reason.program] : [],
    ),
  );
  for (const [name, program] of Object.entries(programs)) {
    const id = `program/${name}`;
    const isLeft = program.exit !== undefined || (program.atMost !== undefined && program.next === undefined);
    add(built, 'program', id, wrapName(name), isLeft || revisited.has(name));
    for (const ready of program.for ?? []) {
      if (Object.hasOwn(readiness, ready)) link(built, `readiness/${ready}`, id);
    }
    const target = afterwards(program.next);
    if (target === null) continue;
    if (target === 'end/disqualified') add(built, 'end', target, ['Disqualified']);
    if (target.startsWith('again/')) addAgain(built, target);
    link(built, id, target);
  }
  keepBelow(built);
}

function afterwards(next: Agreement['programs'][string]['next']): string | null {
  if (next === undefined) return null;
  if (next === 'disqualify') return 'end/disqualified';
  return 'program' in next ? `program/${next.program}` : `again/${next.handOff}`;
}

// Programs stand below what leads to them, those too that no reason leads to.
function keepBelow(built: Built): void {
  if (!built.nodes.some(({ id }) => id === 'back')) return;
  for (const { id, kind } of built.nodes) {
    if (kind === 'program') built.edges.push({ from: 'back', to: id, hidden: true });
  }
}
