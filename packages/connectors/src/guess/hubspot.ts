import type { CrmTable } from './crm-table.ts';

const became = (stage: string, name: string): readonly string[] => [
  `Became a ${stage} Date`,
  `Became an ${stage} Date`,
  `Date entered "${stage} (Lifecycle Stage Pipeline)"`,
  `hs_lifecyclestage_${name}_date`,
  `lifecyclestage_${name}_date`,
];

/** Contacts and deals as HubSpot exports them (labels, older labels, and the names of its API). */
export const hubspot: readonly CrmTable[] = [
  {
    crm: 'HubSpot',
    kind: 'deals',
    name: 'deals',
    signs: [
      ['Deal Name', 'dealname'],
      ['Deal Stage', 'dealstage', 'Pipeline', 'deal_pipeline_stage_id'],
      ['Record ID', 'Deal ID', 'hs_object_id', 'id'],
    ],
    roles: {
      key: ['Record ID', 'Deal ID', 'hs_object_id', 'id'],
      opened: ['Create Date', 'createdate', 'hs_createdate'],
      closed: ['Close Date', 'closedate'],
      isWon: ['Is Closed Won', 'is_closed_won'],
      isLost: ['Is closed lost', 'is_closed_lost'],
      stage: ['Deal Stage', 'dealstage'],
      changed: ['Last Modified Date', 'lastmodifieddate', 'hs_lastmodifieddate'],
      amount: ['Amount', 'Amount in company currency'],
      currency: ['Currency', 'deal_currency_code'],
      owner: ['Deal owner', 'hubspot_owner_id', 'owner_id'],
      pipeline: ['Pipeline', 'deal_pipeline_id'],
      reason: ['Closed Lost Reason', 'closed_lost_reason'],
      leadIds: ['Associated Contact IDs', 'Associated Contacts IDs'],
      companyId: ['Associated Company IDs (Primary)', 'Associated Company ID'],
    },
  },
  {
    crm: 'HubSpot',
    kind: 'leads',
    name: 'contacts',
    signs: [
      ['Record ID', 'Contact ID', 'hs_object_id', 'vid', 'id'],
      [
        'Lifecycle Stage',
        'Original Source',
        'Original Traffic Source',
        'Contact owner',
        'Became a Lead Date',
        'hs_analytics_source',
        'property_createdate',
      ],
    ],
    roles: {
      key: ['Record ID', 'Contact ID', 'hs_object_id', 'vid', 'id'],
      captured: ['Create Date', 'createdate', 'created_at'],
      qualified: became('Marketing Qualified Lead', 'marketingqualifiedlead'),
      salesQualified: became('Sales Qualified Lead', 'salesqualifiedlead'),
      opened: became('Opportunity', 'opportunity'),
      won: became('Customer', 'customer'),
      changed: ['Last Modified Date', 'lastmodifieddate'],
      email: ['Email'],
      firstName: ['First Name'],
      lastName: ['Last Name'],
      phone: ['Phone Number', 'phone'],
      title: ['Job Title'],
      country: ['Country/Region', 'Country'],
      companyName: ['Company Name', 'company'],
      companyDomain: ['Email Domain', 'hs_email_domain'],
      companyId: ['Primary Associated Company ID', 'Associated Company ID', 'associatedcompanyid'],
      employees: ['Number of Employees', 'numemployees'],
      industry: ['Industry'],
      channel: ['Original Traffic Source', 'Original Source', 'Original Source Type', 'hs_analytics_source'],
      campaign: ['First Touch Converting Campaign', 'hs_analytics_first_touch_converting_campaign'],
      landingPage: ['First Page Seen', 'hs_analytics_first_url'],
    },
  },
];
