import {
  conversionWindow,
  effectiveAgreement,
  evaluateCondition,
  formatIssue,
  parseAgreement,
  segmentOf,
} from '@sameteam/agreement';

const text = `
teams: { marketing: {}, sales: {} }
segments: [{ id: partner, when: { field: source.channel, is: partner } }]
overrides: { partner: { windows: { lead_to_win: 180d } } }
readiness: { hot: { engagement: { atLeast: 40 } }, raw: {} }
sla: { first_attempt: { of: sales, from: lead.assigned, kept: { attempt: {} }, within: 1wd } }
reasons: { wrong_profile: { then: disqualify } }
`;

const { agreement, issues } = parseAgreement(text, { file: 'acme.yaml' });
if (agreement === null) throw new Error(issues.map(formatIssue).join('\n'));

const segment = segmentOf(agreement, { 'source.channel': 'partner' });
const partners = effectiveAgreement(agreement, segment);

console.log(segment); // partner
console.log(conversionWindow(agreement, { from: 'captured', to: 'won' }).clause); // windows.default
console.log(conversionWindow(partners, { from: 'captured', to: 'won' }).days); // 180
console.log(evaluateCondition({ engagement: { atLeast: 40 } }, { fields: {}, engagementPoints: 45 })); // true
