import { type CompanyFacts, limits } from '@sameteam/model';
import { companyDomain, domainFaults, type EmailParts } from '@sameteam/model/normalize';
import type { LeadReader } from './lead-reader.ts';
import { presentFields } from './present-fields.ts';

/** Reads the company that the person works for; its domain from the mail address where none was sent. */
export function leadCompany(reader: LeadReader, email: EmailParts | null): CompanyFacts | undefined {
  return presentFields({
    name: reader.line('company'),
    domain: readDomain(reader) ?? domainOf(email),
    employees: readEmployees(reader),
    industry: reader.line('industry'),
  });
}

/** What is no domain of a company is left out: companies are found by it, and `none` would join strangers. */
function readDomain(reader: LeadReader): string | undefined {
  const text = reader.text('domain');
  if (text === undefined) return undefined;
  const domain = companyDomain(text);
  if (domain.success) return domain.domain;
  const why = domainFaults[domain.code];
  return reader.hint('domain', { code: domain.code, why, expected: 'the domain of the company, such as acme.example' });
}

function domainOf(email: EmailParts | null): string | undefined {
  const domain = email === null ? null : companyDomain(email.email);
  return domain?.success ? domain.domain : undefined;
}

/** Groups of three digits can only be a whole number, where people are counted. */
const counted = /^\+?(?:\d+|[1-9]\d{0,2}([,.' \u00a0\u202f\u2019])\d{3}(?:\1\d{3})*)$/;

function readEmployees(reader: LeadReader): number | undefined {
  const said = reader.said.values.get('employees');
  if (said === undefined) return undefined;
  // A fraction that JSON has as a number has no groups.
  const employees = (said.isNumber ? /^\d+$/ : counted).test(said.text) ? Number(said.text.replace(/\D/g, '')) : null;
  if (employees !== null && Number.isSafeInteger(employees)) return employees;
  const { attributes } = reader.said;
  const isTaken = attributes.has('employees');
  if (isTaken) return reader.hint('employees', { code: 'said-twice', expected: 'attributes.employees' });
  const code = attributes.size < limits.attributes ? 'not-a-count' : 'not-an-integer';
  return reader.hint('employees', { code, expected: 'a whole number such as 420' });
}

/** What the lead says by names of its sender, and a size of the company that is no count: `51-200` is worth keeping. */
export function leadAttributes(
  { said }: LeadReader,
  company: CompanyFacts | undefined,
): Readonly<Record<string, string | number | boolean>> | undefined {
  const attributes = new Map(said.attributes);
  const size = said.values.get('employees')?.text;
  const isKept = size !== undefined && company?.employees === undefined;
  if (isKept && !attributes.has('employees') && attributes.size < limits.attributes) attributes.set('employees', size);
  return attributes.size === 0 ? undefined : Object.fromEntries(attributes);
}
