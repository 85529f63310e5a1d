import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normaliseAgreement } from '../../effective/normalise-agreement.ts';
import { parseAgreement } from '../../load/parse-agreement.ts';
import { phraseText } from '../../words/phrase.ts';
import { agreementFlow } from './agreement-flow.ts';
import { flowInWords } from './flow-in-words.ts';
import { flowSvg } from './flow-svg.ts';

function flowOf(path: string) {
  const { agreement } = parseAgreement(readFileSync(new URL(path, import.meta.url), 'utf8'));
  if (agreement === null) throw new Error(`${path} does not load.`);
  return agreementFlow(agreement);
}

const acme = flowOf('../../../test/fixtures/acme.yaml');
const big = flowOf('../fixtures/big-agreement.yaml');

describe('agreementFlow', () => {
  it('says where leads of each kind go', () => {
    expect(flowInWords(acme).map(phraseText)).toEqual([
      'New leads → hot, warm and raw',
      'hot → sales (to sales)',
      'warm → SDR (to SDR) and warm drip',
      'raw → newsletter',
      'SDR → sales (SDR to sales) and Given back, with a reason',
      'sales → Customer and Given back, with a reason',
      'Given back, with a reason → warm drip (not ready), newsletter (with competitor, unreachable) and Disqualified (wrong profile)',
      'newsletter and warm drip → looked at again as new leads',
    ]);
  });

  it('makes one box of the reasons that lead to the same place', () => {
    const reasons = big.nodes.filter(({ kind }) => kind === 'reasons');
    expect(reasons).toHaveLength(7);
    expect(reasons.flatMap(({ lines }) => lines)).toContain('no budget');
  });

  it('has an arrow to or from every box', () => {
    for (const { nodes, edges } of [acme, big]) {
      for (const { id } of nodes)
        expect(
          edges.some(({ from, to }) => from === id || to === id),
          id,
        ).toBe(true);
      for (const { from, to } of edges) {
        expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([from, to]));
      }
    }
  });
});

describe('an agreement with many hand-offs and programs', () => {
  const numbered = <T>(count: number, what: string, entry: (index: number) => T) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`${what}_${index + 1}`, entry(index + 1)] as const),
    );
  const many = (teams: number) =>
    agreementFlow(
      normaliseAgreement({
        teams: { marketing: {}, ...numbered(teams, 'team', () => ({})) },
        readiness: { hot: { engagement: { atLeast: 40 } }, raw: {} },
        handOffs: numbered(40, 'pass', (index) => ({
          from: 'marketing',
          to: `team_${(index % teams) + 1}`,
          when: { readiness: 'hot' },
        })),
        programs: numbered(30, 'track', () => ({ owner: 'marketing', for: 'raw', exit: { readiness: 'hot' } })),
        sla: {},
        reasons: {},
      }),
    );
  const words = { title: 'Many', description: 'Many' };

  it.each([1, 3, 40])('shows what goes the same way as one box, with %i teams', (teams) => {
    const flow = many(teams);
    expect(flow.nodes.filter(({ kind }) => kind === 'program')).toHaveLength(1);
    expect(flow.nodes.filter(({ kind }) => kind === 'team')).toHaveLength(teams === 40 ? 1 : teams);
    const ids = flow.nodes.map(({ id }) => id);
    for (const { from, to } of flow.edges) expect(ids).toEqual(expect.arrayContaining([from, to]));
    expect(flowSvg(flow, words).width).toBeLessThan(900);
  });

  it('names all of them in words, once', () => {
    const said = flowInWords(many(1)).map(phraseText);
    expect(said.join('\n').match(/looked at again/g)).toHaveLength(1);
    for (let index = 1; index <= 30; index++) expect(said.at(-1)).toMatch(new RegExp(`track ${index}(?:,| and| →)`));
    for (let index = 1; index <= 40; index++) expect(said[1]).toMatch(new RegExp(`pass ${index}[,)]`));
  });
});

describe('flowSvg', () => {
  it('has a title, a description and every name, and no link', () => {
    const { svg, width } = flowSvg(big, { title: 'Ways <of> leads', description: 'All & everything' });
    expect(svg).toContain('<title id="flow-title">Ways &lt;of&gt; leads</title>');
    expect(svg).toContain('<desc id="flow-description">All &amp; everything</desc>');
    expect(svg).not.toMatch(/<a |NaN|undefined/);
    for (const { lines } of big.nodes) for (const line of lines) expect(svg).toContain(`>${line}</text>`);
    expect(width).toBeLessThan(1200);
  });
});
