import type { CompanyFacts } from '@sameteam/model';
import { companyDomain, type EmailParts } from '@sameteam/model/normalize';
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
  return reader.hint('domain', { code: domain.code, expected: 'the domain of the company, such as acme.example' });
}

function domainOf(email: EmailParts | null): string | undefined {
  const domain = email === null ? null : companyDomain(email.email);
  return domain?.success ? domain.domain : undefined;
}

function readEmployees(reader: LeadReader): number | undefined {
  const text = reader.text('employees');
  if (text === undefined) return undefined;
  const expected = 'a whole number such as 420, or attributes.employees for a range';
  if (!/^\+?\d+$/.test(text)) return reader.refuse('employees', { code: 'not-an-integer', expected });
  const employees = Number(text);
  return Number.isSafeInteger(employees) ? employees : reader.refuse('employees', { code: 'unsafe-integer', expected });
}
