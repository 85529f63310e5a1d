import { parseMap } from '@sameteam/connectors';
import { describe, expect, it } from 'vitest';
import { blamedColumn } from './blamed-column.ts';

const map = parseMap(`sameteam-map: 1
source: csv/test
zone: UTC
files:
  deals:
    key: Id
    events:
      - type: opportunity.opened
        subject: "opportunity/{Id}"
        time: { column: Opened, format: iso }
        data:
          leads: { column: Leads, split: ";", prefix: lead/ }
          owner: "{First} {Last}"
          stage: { template: "{Stage}" }
      - type: opportunity.won
        subject: "opportunity/{Id}"
        time: { column: Won, format: iso }
        data: { owner: { column: Closer } }
      - type: opportunity.won
        subject: "opportunity/{Id}"
        time: { column: Won, format: iso }
        data: { owner: { firstOf: [Closer, Owner] } }
`);

describe('blamedColumn', () => {
  const blame = blamedColumn(map.files.deals as (typeof map.files)[string]);
  it.each([
    ['opportunity.opened', '/subject', 'Id'],
    ['opportunity.opened', '/time', 'Opened'],
    ['opportunity.opened', '/data/leads/3', 'Leads'],
    ['opportunity.opened', '/data/stage', 'Stage'],
    ['opportunity.won', '/time', 'Won'],
  ])('%s %s comes from %s', (type, pointer, column) => {
    expect(blame(type, pointer)).toBe(column);
  });

  it.each([
    ['opportunity.opened', '/data/owner', 'two columns make it'],
    ['opportunity.won', '/data/owner', 'two events take it from different columns'],
    ['opportunity.opened', '/data/amount', 'the map does not say it'],
    ['opportunity.opened', '/data', 'it is the event as a whole'],
    ['opportunity.lost', '/time', 'the map has no such event'],
  ])('%s %s is nobody’s fault: %s', (type, pointer) => {
    expect(blame(type, pointer)).toBe(null);
  });
});
