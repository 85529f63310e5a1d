import { validateEvent } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldIssue } from './field-issue.ts';
import { flatLeadFields } from './flat-lead-fields.ts';
import { type FlatLeadOptions, readFlatLead } from './read-flat-lead.ts';

const nowMs = Date.UTC(2026, 9, 1, 9, 30);
const options: FlatLeadOptions = { sender: 'webinar-co', nowMs, secretId: () => 'b1946ac9' };

const event = (fields: unknown, more: Partial<FlatLeadOptions> = {}) => {
  const read = readFlatLead(fields, { ...options, ...more });
  if (!read.success) throw new Error(read.issues.map(({ message }) => message).join(' '));
  return read.event;
};
const told = (list: readonly FieldIssue[]): string[] => list.map(({ field, code }) => `${field} ${code}`);
const issues = (fields: unknown): string[] => {
  const read = readFlatLead(fields, options);
  return read.success ? [] : told(read.issues);
};
const hints = (fields: unknown): string[] => told(readFlatLead(fields, options).hints);
const email = 'ann@acme.example';

describe('readFlatLead', () => {
  it('makes one event of all fields', () => {
    const fields = Object.fromEntries(flatLeadFields.map(({ name, example }) => [name, example]));
    expect(readFlatLead(fields, options)).toEqual({
      success: true,
      id: '4711',
      idGiven: true,
      timeGiven: true,
      hints: [],
      event: {
        specversion: '1.0',
        id: '4711',
        source: '/leads/webinar-co',
        type: 'lead.captured',
        subject: 'lead/webinar-co:4711',
        time: '2026-10-01T09:30:00Z',
        data: {
          contact: {
            email,
            firstName: 'Ann',
            lastName: 'Keller',
            phone: '+493023125042',
            role: 'vp',
            title: 'VP Operations',
            country: 'DE',
            language: 'de-DE',
          },
          company: { name: 'Acme GmbH', domain: 'acme.example', employees: 420, industry: 'manufacturing' },
          source: {
            channel: 'webinar',
            medium: 'email',
            campaign: 'autumn-2026',
            landingPage: 'https://www.acme.example/demo',
            referrer: 'https://search.example/',
            motion: 'inbound',
          },
          product: 'analytics_suite',
          attributes: { '<name>': 'mid_market' },
          consent: [{ purpose: 'newsletter', status: 'granted', proof: 'doi-88231' }],
          ids: [{ system: 'webinar-co', kind: 'lead', id: '4711' }],
        },
      },
    });
  });

  it('has a place in the event for every field of the table', () => {
    const fields = Object.fromEntries(flatLeadFields.map(({ name, example }) => [name, example]));
    const captured: unknown = event(fields);
    for (const { target } of flatLeadFields) {
      const value = target
        .slice(1)
        .split('/')
        .reduce((at: unknown, key) => (at as Readonly<Record<string, unknown>>)[key], captured);
      expect([target, value]).not.toEqual([target, undefined]);
    }
  });

  it('takes the first thing that a vendor sends', () => {
    expect(event({ email: 'a@b.example', source: 'webinar' })).toEqual({
      specversion: '1.0',
      id: 'b1946ac9',
      source: '/leads/webinar-co',
      type: 'lead.captured',
      subject: 'lead/webinar-co:b1946ac9',
      time: '2026-10-01T09:30:00Z',
      data: { contact: { email: 'a@b.example' }, company: { domain: 'b.example' }, source: { channel: 'webinar' } },
    });
  });

  it('takes the other spellings', () => {
    const fields = {
      email,
      firstName: 'Ann',
      lastName: 'Keller',
      landingPage: '/demo',
      website: 'https://www.acme.de/x',
    };
    const { contact, source, company } = event({
      ...fields,
      utm_source: 'google',
      utm_medium: 'cpc',
      utm_campaign: 'q4',
    }).data;
    expect(contact).toEqual({ email, firstName: 'Ann', lastName: 'Keller' });
    expect(source).toEqual({ channel: 'google', medium: 'cpc', campaign: 'q4', landingPage: '/demo' });
    expect(company).toEqual({ domain: 'acme.de' });
    const consent = event({ email, consent: 'yes', consentPurpose: 'newsletter', consentProof: 'p1' }).data.consent;
    expect(consent).toEqual([{ purpose: 'newsletter', status: 'granted', proof: 'p1' }]);
  });

  it('prefers the own name of a field to its other spellings, in any order', () => {
    expect(event({ email, utm_source: 'google', source: 'webinar' }).data.source).toEqual({ channel: 'webinar' });
    expect(event({ email, source: 'webinar', utm_source: 'google' }).data.source).toEqual({ channel: 'webinar' });
    expect(hints({ email, source: 'webinar', utm_source: 'google' })).toEqual([]);
    expect(hints({ email, firstName: 'Anna', first_name: 'Ann' })).toEqual(['firstName said-twice']);
    expect(hints({ email, firstName: 'Ann', first_name: 'Ann' })).toEqual([]);
  });

  it('reads values as forms and JSON send them', () => {
    expect(
      event({ email: `  ${email} `, first_name: ' Ann\u00a0 Maria\n', product: ' crm  suite ' }).data,
    ).toMatchObject({
      contact: { email, firstName: 'Ann Maria' },
      product: 'crm suite',
    });
    expect(event({ email, company: '', title: '  ', role: null, phone: undefined }).data).toEqual({
      contact: { email },
      company: { domain: 'acme.example' },
    });
    expect(event({ id: 4711, phone: 493_023_125_042, email, employees: 420 }).data).toMatchObject({
      contact: { phone: '493023125042' },
      company: { employees: 420 },
      ids: [{ id: '4711' }],
    });
    const attributes = {
      'attributes.seats': 12.5,
      'attributes.trial': false,
      'attributes.note': ' x ',
      'attributes.none': '',
    };
    expect(event({ email, ...attributes }).data.attributes).toEqual({ seats: 12.5, trial: false, note: 'x' });
  });

  it.each([
    ['yes granted', 'YES'],
    ['yes granted', 'true'],
    ['yes granted', true],
    ['yes granted', 1],
    ['yes granted', 'on'],
    ['yes granted', 'granted'],
    ['no denied', 'no'],
    ['no denied', false],
    ['no denied', '0'],
    ['no denied', 'off'],
    ['no denied', 'Denied'],
  ] as const)('reads consent as %s from %j', (expected, consent) => {
    const status = expected.split(' ')[1];
    expect(event({ email, consent }).data.consent).toEqual([{ purpose: 'sales_contact', status }]);
  });

  it('says nothing of consent where nobody was asked, or the box stayed empty', () => {
    expect(event({ email, consent_purpose: 'newsletter', consent_proof: 'p1' }).data).not.toHaveProperty('consent');
  });

  describe('normalises', () => {
    it('phone numbers, by the country of the lead first', () => {
      const phone = (fields: object, defaultCountry?: string) =>
        event({ email, ...fields }, { defaultCountry }).data.contact?.phone;
      expect(phone({ phone: '030 23125042', country: 'Germany' })).toBe('+493023125042');
      expect(phone({ phone: '030 23125042' }, 'DE')).toBe('+493023125042');
      expect(phone({ phone: '(212) 736-5000 x7', country: 'US' }, 'DE')).toBe('+12127365000 ext. 7');
      expect(phone({ phone: '+12127365000 ext. 7' })).toBe('+12127365000 ext. 7');
    });

    it('countries and languages, and keeps what it does not know', () => {
      expect(event({ email, country: 'Österreich', language: 'de_at' }).data.contact).toMatchObject({
        country: 'AT',
        language: 'de-AT',
      });
      const unknown = { email, country: 'Atlantis', language: '??' };
      expect(event(unknown).data.contact).toMatchObject({ country: 'Atlantis', language: '??' });
      expect(hints(unknown)).toEqual(['country unknown', 'language bad-language']);
      expect(event({ email, language: 'English' }).data.contact?.language).toBe('English');
      expect(hints({ email, language: 'English' })).toEqual(['language bad-language']);
      expect(hints({ email, language: 'gsw-CH' })).toEqual([]);
    });

    it.each([
      ['1,200', 1200],
      ['1.200', 1200],
      ['1 200', 1200],
      ['1\u202f200', 1200],
      ["1'234'567", 1_234_567],
      ['12,000', 12_000],
      ['+420', 420],
      ['0', 0],
      [1200, 1200],
    ])('reads %j employees as %i', (employees, expected) => {
      expect(event({ email, employees }).data).toEqual({
        contact: { email },
        company: { domain: 'acme.example', employees: expected },
      });
      expect(hints({ email, employees })).toEqual([]);
    });

    it.each([
      '51-200',
      '1,20',
      '1,2000',
      '1.200,50',
      '1,200.500',
      '0,200',
      '-1',
      'many',
      '9'.repeat(20),
      12.5,
      1.234,
      -1,
    ])('keeps %j, which is no count of people, as an attribute', (employees) => {
      const { company, attributes } = event({ email, employees, 'attributes.x': 1 }).data;
      expect(company).toEqual({ domain: 'acme.example' });
      expect(attributes).toEqual({ x: 1, employees: String(employees) });
      expect(hints({ email, employees })).toEqual(['employees not-a-count']);
    });

    it('keeps no size of the company where its attribute is taken, or there are too many', () => {
      const taken = { email, employees: '51-200', 'attributes.employees': 'some' };
      expect(event(taken).data.attributes).toEqual({ employees: 'some' });
      expect(hints(taken)).toEqual(['employees said-twice']);
      const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`attributes.a${n}`, n]));
      const full = { email, employees: '51-200', ...many };
      expect(Object.keys(event(full).data.attributes ?? {})).toHaveLength(200);
      expect(hints(full)).toEqual(['employees not-an-integer']);
    });

    it('the domain of the company: what was sent, or that of the mail address, or none', () => {
      const company = (fields: object) => event(fields).data.company;
      expect(company({ email: 'ann@mail.acme.co.uk' })).toEqual({ domain: 'acme.co.uk' });
      expect(company({ email: 'ann@gmail.com' })).toBeUndefined();
      expect(company({ email: 'ann@mailinator.com' })).toBeUndefined();
      expect(company({ email: 'ann@gmail.com', domain: 'WWW.Acme.Example' })).toEqual({ domain: 'acme.example' });
      expect(company({ email, domain: 'none' })).toEqual({ domain: 'acme.example' });
      expect(hints({ email, domain: 'none' })).toEqual(['domain bad-domain']);
      const website = 'https://www.linkedin.com/company/acme';
      expect(company({ email: 'ann@acme.com', website })).toEqual({ domain: 'acme.com' });
      expect(company({ email: 'ann@gmail.com', website })).toBeUndefined();
      expect(company({ email: 'ann@linkedin.com', website })).toEqual({ domain: 'linkedin.com' });
      expect(company({ email: 'ann@google.com', website: 'https://google.com' })).toEqual({ domain: 'google.com' });
      expect(hints({ email, website })).toEqual(['website shared-host']);
      expect(hints({ email, website: 'gmail.com' })).toEqual(['website free-mail']);
      expect(hints({ email: 'ann@mailinator.com' })).toEqual(['email disposable-mail']);
    });
  });

  it('keeps a phone number that nobody can dial where there is a mail address, and refuses it alone', () => {
    const phone = 'ask reception';
    expect(event({ email, phone }).data.contact?.phone).toBe(phone);
    expect(hints({ email, phone })).toEqual(['phone not-a-number']);
    expect(issues({ phone })).toEqual(['phone not-a-number']);
    expect(issues({ phone: '030 23125042' })).toEqual(['phone no-country']);
    expect(issues({ email, phone: '=1+1' })).toEqual(['phone formula']);
    expect(issues({ email, phone: "+49|cmd'/c calc'!A0" })).toEqual(['phone formula']);
  });

  it('takes ids that are numbers, and repeats none that says who somebody is', () => {
    for (const id of ['4711', '493023125043', '5042', 'lead-493023125042-x']) {
      expect([id, issues({ email, phone: '+49 30 23125042', id })]).toEqual([id, []]);
    }
    // An extension may be the number of a lead by chance.
    expect(issues({ email, phone: '4711', id: '4711' })).toEqual([]);
    const read = readFlatLead({ email, id: 'zebulon@acme.example' }, options);
    expect(read).toMatchObject({ success: false, id: null });
    expect(JSON.stringify(read)).not.toContain('zebulon');
    const phone = '+49 30 23125042';
    expect(JSON.stringify(readFlatLead({ phone, id: '493023125042' }, options))).not.toContain('23125042');
  });

  it('reads phone numbers in the digits of any script', () => {
    expect(event({ phone: '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧' }).data.contact?.phone).toBe('+966501234567');
    expect(event({ phone: '＋８１ ３ ３２２４ ５０００' }).data.contact?.phone).toBe('+81332245000');
  });

  it('marks whether id and time were given', () => {
    expect(readFlatLead({ email }, options)).toMatchObject({ idGiven: false, timeGiven: false, id: 'b1946ac9' });
    expect(readFlatLead({ email, id: '7' }, options)).toMatchObject({ idGiven: true, timeGiven: false, id: '7' });
    const time = '2026-09-30T12:00:00+02:00';
    expect(readFlatLead({ email, time }, options)).toMatchObject({
      timeGiven: true,
      event: { time: '2026-09-30T10:00:00Z' },
    });
  });

  it('makes an id of what was said, however it was spelt', () => {
    const said = (fields: unknown): string => {
      let text = '';
      const secretId = (it: string): string => {
        text = it;
        return 'x';
      };
      readFlatLead(fields, { ...options, secretId });
      return text;
    };
    const text = said({ email, source: 'webinar', employees: 420, 'attributes.x': 'y' });
    expect(text).toBe(
      '{"attributes":{"x":"y"},"values":{"email":"ann@acme.example","employees":"420","source":"webinar","vendor":"webinar-co"}}',
    );
    expect(said({ 'attributes.x': 'y', utm_source: 'webinar ', employees: '420', email, title: '' })).toBe(text);
    expect(said({ vendor: 'webinar-co', email, source: 'webinar', employees: 420, 'attributes.x': 'y' })).toBe(text);
    expect(said({ email, source: 'fair', employees: 420, 'attributes.x': 'y' })).not.toBe(text);
    expect(said({ email, time: '2026-09-30T12:00:00Z' })).not.toBe(said({ email }));
    // No id is made for a lead that is refused, or that has one.
    expect(said({ email: 'nobody' })).toBe('');
    expect(said({ email, id: '7' })).toBe('');
  });

  it.each([
    [{}, ['email missing']],
    [{ email: '', phone: null }, ['email missing']],
    [[], [' not-an-object']],
    [null, [' not-an-object']],
    ['email=a@b.example', [' not-an-object']],
    [{ email: 'nobody' }, ['email no-at']],
    [{ email: 'a@b@c.example' }, ['email two-ats']],
    [{ email: 'ann@acme' }, ['email bad-domain']],
    [{ email: '=1+1@acme.example' }, ['email formula']],
    [
      { email: `${'a'.repeat(64)}@${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}.ab.example` },
      ['email too-long'],
    ],
    [{ email: `${'a'.repeat(400)}@acme.example` }, ['email too-long']],
    [{ email: 'ann\0@acme.example' }, ['email nul']],
    [{ email: 'ann\ud83d@acme.example' }, ['email lone-surrogate']],
    [{ email: { value: email } }, ['email wrong-type']],
    [{ email: [email] }, ['email wrong-type']],
    [{ email: true }, ['email wrong-type']],
    [{ email: 'a'.repeat(10_000_000) }, ['email too-long']],
    [{ email, first_name: '\udc00' }, ['first_name lone-surrogate']],
    [{ email, company: 'A\0cme' }, ['company nul']],
    [{ email, company: 'x'.repeat(201) }, ['company too-long']],
    [{ email, first_name: 1.5 }, ['first_name wrong-type']],
    [{ email, id: 2 ** 53 }, ['id unsafe-integer']],
    [{ email, id: Number.NaN }, ['id not-finite']],
    [{ email, id: 'x'.repeat(190) }, ['id too-long']],
    [{ email, id: '𠮷'.repeat(190) }, ['id too-long']],
    [{ email, vendor: 'a/b' }, ['vendor wrong-form']],
    [{ email, vendor: '../admin' }, ['vendor wrong-form']],
    [{ email, vendor: 'x'.repeat(65) }, ['vendor wrong-form']],
    [{ email, id: 'Ann@Acme.example' }, ['id personal-id']],
    [{ email, id: `webinar/${email}/7` }, ['id personal-id']],
    [{ email, id: 'bob@other.example' }, ['id personal-id']],
    [{ phone: '+49 30 23125042', id: '493023125042' }, ['id personal-id']],
    [{ phone: '+49 30 23125042', id: '+49-30-23125042' }, ['id personal-id']],
    [{ phone: '030 23125042', country: 'DE', id: '+493023125042' }, ['id personal-id']],
    [{ phone: '+49 30 23125042', country: 'DE', id: '03023125042' }, ['id personal-id']],
    [{ phone: '+49 30 23125042', id: '٤٩٣٠٢٣١٢٥٠٤٢', country: 'DE' }, ['id personal-id']],
    [{ email: 'Ann Keller <ann@acme.example>' }, ['email with-name']],
    [{ email, consent: 'maybe' }, ['consent not-allowed']],
    [{ email, motion: 'sideways' }, ['motion not-allowed']],
    [{ email, landing_page: ' JavaScript:alert(1)' }, ['landing_page script-link']],
    [{ email, referrer: 'x'.repeat(2049) }, ['referrer too-long']],
    [{ email, time: 'yesterday' }, ['time bad-time']],
    [{ email, time: '2026-09-30' }, ['time bad-time']],
    [{ email, time: 1_759_311_000 }, ['time bad-time']],
    [{ email, time: '2026-09-30T12:00:00' }, ['time time-without-zone']],
    [{ email, time: '2025-02-29T12:00:00Z' }, ['time bad-time']],
    [{ email, time: '2016-12-31T23:59:60Z' }, ['time leap-second']],
    [{ email, time: '0000-01-01T00:00:00Z' }, ['time time-out-of-range']],
    [{ email, time: '2026-10-01T09:35:01Z' }, ['time time-in-future']],
    [JSON.parse(`{"email":"${email}","__proto__":{"isAdmin":true}}`), ['__proto__ forbidden-key']],
    [{ email, constructor: 'x' }, ['constructor forbidden-key']],
    [{ email, 'attributes.__proto__': 'x' }, ['attributes.__proto__ forbidden-key']],
    [{ email, 'attributes.': 'x' }, ['attributes. unknown-field']],
    [{ email, attributes: { x: 1 } }, ['attributes unknown-field']],
    [{ email, 'attributes.x': { y: 1 } }, ['attributes.x wrong-type']],
    [{ email, 'attributes.x': 2 ** 53 }, ['attributes.x unsafe-integer']],
    [{ email, 'attributes.x': Number.POSITIVE_INFINITY }, ['attributes.x not-finite']],
    [{ email, 'attributes.x': 'x'.repeat(10_001) }, ['attributes.x too-long']],
    [{ email, 'attributes.a\0': 'x' }, ['attributes.a\0 nul']],
    [{ email, [`attributes.${'x'.repeat(201)}`]: 'x' }, [`attributes.${'x'.repeat(89)}… too-long`]],
    [
      { email, ...Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`attributes.a${n}`, n])) },
      ['attributes too-many'],
    ],
    [{ email, hasOwnProperty: 'x' }, ['hasOwnProperty unknown-field']],
  ])('refuses %#', (fields, expected) => {
    expect(issues(fields)).toEqual(expected);
  });

  it('takes a time that lies a little ahead, since clocks differ', () => {
    expect(event({ email, time: '2026-10-01T09:35:00Z' }).time).toBe('2026-10-01T09:35:00Z');
  });

  it('takes the longest id that fits beside the vendor', () => {
    const id = '𠮷'.repeat(189);
    expect(event({ email, id }).subject).toBe(`lead/webinar-co:${id}`);
  });

  it.each([
    ['emial', 'email'],
    ['Email', 'email'],
    ['First Name', 'first_name'],
    ['FIRST-NAME', 'first_name'],
    ['mobile', 'phone'],
    ['company_name', 'company'],
    ['jobTitle', 'title'],
    ['utm_term', null],
    ['favourite_colour', null],
    ['name', null],
    ['x'.repeat(1000), null],
  ])('offers the nearest field for %j', (key, nearest) => {
    const read = readFlatLead({ email, [key]: 'x' }, options);
    expect(read).toMatchObject({ success: false, issues: [{ code: 'unknown-field', nearest }] });
  });

  it('says what to do', () => {
    const message = (fields: unknown) => {
      const read = readFlatLead(fields, options);
      return [...(read.success ? [] : read.issues), ...read.hints].map((it) => it.message);
    };
    expect(message({ emial: email, phone: '+49 30 23125042' })).toEqual([
      'There is no field "emial". Did you mean "email"? If not, send it as attributes.emial.',
    ]);
    expect(message({ email, name: 'Ann Keller' })).toEqual([
      'There is no field "name". Send it as first_name and last_name.',
    ]);
    expect(message({ email: 'ann@acme' })).toEqual([
      'email is a text of 8 characters: what follows the at sign is no domain. Send a mail address such as ann@acme.example.',
    ]);
    expect(message({ email: 'Ann <ann@acme.example>' })).toEqual([
      'email is a text of 22 characters: it holds more than the address alone. Send the address alone, such as ann@acme.example.',
    ]);
    expect(message({ email, website: 'none' })).toEqual([
      'website is "none": it holds no name of a domain. Send the domain of the company, such as acme.example.',
    ]);
    expect(message({ email, website: 'https://linkedin.com/in/ann' })).toEqual([
      'website is "https://linkedin.com/in/ann": many have their pages there, such as on a social network or a site builder. Send the domain of the company, such as acme.example.',
    ]);
    expect(message({ email, employees: '51-200' })).toEqual([
      'employees is "51-200", which is no number of people; it was kept as attributes.employees. Send a whole number such as 420.',
    ]);
    expect(message({ email, phone: '+49 30 23125042', id: '493023125042' })).toEqual([
      'id is the phone number. Ids stay in the log when the person is erased: leave it out, or send a number of your own.',
    ]);
    expect(message({ email: 'nobody' })).toEqual([
      'email is a text of 6 characters: it has no at sign. Send a mail address such as ann@acme.example.',
    ]);
    expect(message({ email, time: '2026-09-30T12:00:00' })).toEqual([
      'time is "2026-09-30T12:00:00", which names no time zone. Send an instant such as 2026-10-01T09:30:00Z.',
    ]);
    expect(message({ email, id: 'ann@acme.example' })).toEqual([
      'id is a mail address. Ids stay in the log when the person is erased: leave it out, or send a number of your own.',
    ]);
    expect(message({ 'ann@acme.example': '', phone: '+49 30 23125042' })).toEqual([
      'There is no field a text of 16 characters. Send it as email=<mail address>.',
    ]);
    expect(message({})).toEqual(['email is missing. Send email or phone.']);
  });

  it('tells everything at once, up to 20 issues', () => {
    expect(
      issues({ emial: 'x', email: 'nobody', time: 'now', consent: 'hm', motion: 'in', employees: 'many' }),
    ).toEqual(['emial unknown-field', 'email no-at', 'consent not-allowed', 'time bad-time', 'motion not-allowed']);
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`field${n}`, n]));
    expect(issues({ ...many, email: 'nobody' })).toHaveLength(20);
  });

  it('repeats nothing personal', () => {
    const secret = 'Zebulon';
    const fields = {
      email: `${secret} at acme`,
      first_name: `${secret}\0`,
      last_name: `${secret}`.repeat(100),
      phone: `${secret}!`,
      [`${secret}@acme.example`]: '',
      website: `${secret}@acme`,
      'attributes.note': `${secret}\ud800`,
      utm_source: `${secret}@acme.example\0`,
    };
    const read = readFlatLead(fields, options);
    expect(read.success).toBe(false);
    expect(JSON.stringify(read)).not.toContain(secret);
    const alone = readFlatLead({ phone: secret, last_name: `${secret}\0` }, options);
    expect(JSON.stringify(alone)).not.toContain(secret);
  });

  it('answers to a sender or an id that will not do', () => {
    expect(readFlatLead({ email }, { ...options, sender: 'Acme GmbH' })).toMatchObject({
      success: false,
      issues: [{ field: 'vendor', code: 'wrong-form' }],
    });
    expect(readFlatLead({ email }, { ...options, secretId: () => '' })).toMatchObject({
      success: false,
      issues: [{ field: 'id', code: 'empty' }],
    });
  });

  it('gives nothing but events that the model takes, and never throws', () => {
    const key = fc.oneof(
      fc.constantFrom(...flatLeadFields.flatMap(({ name, aliases }) => [name, ...aliases])),
      fc.constantFrom('__proto__', 'constructor', 'attributes.a', 'attributes.__proto__', 'attributes.'),
      fc.string({ maxLength: 12 }),
    );
    const unit = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }));
    const text = fc.string({ unit: unit.map((code) => String.fromCharCode(code)), maxLength: 12 });
    const likely = fc.constantFrom<unknown>(
      ...flatLeadFields.map(({ example }) => example),
      ...[
        'a@b.co',
        '=1',
        '+49',
        '030 1',
        'yes',
        '',
        ' ',
        '\ud800',
        'x'.repeat(201),
        '٠٣٠٢٣١٢٥٠٤٢',
        'javascript:x',
        7,
        1.5,
        true,
        null,
        -0,
      ],
    );
    const value = fc.oneof(
      { weight: 4, arbitrary: likely },
      text,
      fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
      fc.double(),
    );
    const lead = fc.array(fc.tuple(key, value), { maxLength: 8 }).map((entries) => Object.fromEntries(entries));
    // Most fields hold what their field is for, so that leads with several fields are taken too.
    const fitting = fc
      .constantFrom(...flatLeadFields)
      .chain(({ name, aliases, example }) =>
        fc.tuple(
          fc.constantFrom(name, ...aliases),
          fc.oneof({ weight: 9, arbitrary: fc.constant<unknown>(example) }, value),
        ),
      );
    const mostlyGood = fc
      .array(fc.oneof({ weight: 4, arbitrary: fitting }, fc.tuple(key, value)), { maxLength: 8 })
      .map((entries) => ({ email, ...Object.fromEntries(entries) }));
    let good = 0;
    fc.assert(
      fc.property(fc.oneof(mostlyGood, lead, fc.jsonValue() as fc.Arbitrary<unknown>), (fields) => {
        const before = JSON.stringify(fields);
        const read = readFlatLead(fields, options);
        expect(JSON.stringify(fields)).toBe(before);
        if (!read.success) {
          expect(read.issues.length).toBeGreaterThan(0);
          expect(read.issues.map(({ code }) => code)).not.toContain('unreadable');
          return;
        }
        good++;
        expect(validateEvent(read.event, { nowMs }).success).toBe(true);
        // What JSON makes of it is the same event.
        expect(JSON.parse(JSON.stringify(read.event))).toEqual(read.event);
        expect(readFlatLead(fields, options)).toEqual(read);
      }),
      { numRuns: 10_000 },
    );
    // Fewer would mean that hardly any that is taken was tried.
    expect(good).toBeGreaterThan(500);
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  }, 60_000);

  it('answers to objects that throw', () => {
    const throwing = Object.defineProperty({}, 'email', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(issues(throwing)).toEqual([' unreadable']);
    const deep = { email, company: JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) as unknown };
    expect(issues(deep)).toEqual(['company wrong-type']);
  });
});
