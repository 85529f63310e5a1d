import type { FieldValue } from '@sameteam/agreement';
import type { FactRules } from '../rules/fact-rules.ts';
import type { Payload, StoryEvent } from '../story/story.ts';
import { isOpportunityRank, ranks } from './ranks.ts';

type Said = string | null;
/** Facts of a company by the name of the field. */
type CompanyFacts = Record<string, unknown>;

const companyFields = ['name', 'domain', 'employees', 'industry', 'country', 'annualRevenue'] as const;

/**
 * What is known of a lead, its contact and its company after the events that it was told. Source and product are those of
 * the first capture, corrected by later updates; all other facts are what was said last. Null clears, absence leaves.
 */
export class KnownFacts {
  channel: Said = null;
  medium: Said = null;
  campaign: Said = null;
  landingPage: Said = null;
  motion: Said = null;
  referrer: Said = null;
  product: Said = null;
  role: Said = null;
  title: Said = null;
  language: Said = null;
  contactCountry: Said = null;
  hasEmail = false;
  hasPhone = false;
  hasFirstName = false;
  hasLastName = false;
  employees: number | null = null;
  industry: Said = null;
  companyCountry: Said = null;
  companyName: Said = null;
  domain: Said = null;
  annualRevenue: unknown = null;
  company: Said = null;
  contact: Said = null;
  attributes: Record<string, FieldValue> | null = null;
  #isCaptured = false;
  /** What was said of companies themselves; of most leads nothing. */
  #companies: Map<string, CompanyFacts> | null = null;
  readonly #rootOf: FactRules['rootOf'];

  constructor({ rootOf }: Pick<FactRules, 'rootOf'>) {
    this.#rootOf = rootOf;
  }

  /** @returns whether it may have changed something */
  take({ rank, subject, payload }: StoryEvent, deals: ReadonlySet<string>): boolean {
    if (rank === ranks.captured || rank === ranks.updated) this.#takeLead(payload, rank === ranks.captured);
    else if (rank === ranks.contactUpdated) this.#takeContact(payload, payload.company);
    else if (rank === ranks.companyUpdated) this.#takeCompany(subject, payload);
    else if (rank === ranks.converted) {
      this.#refer(payload.company);
      if (typeof payload.contact === 'string') this.contact = this.#rootOf(payload.contact);
    } else if (isOpportunityRank(rank)) {
      if (this.company !== null || !deals.has(subject)) return false;
      this.#refer(payload.company);
    } else return false;
    return true;
  }

  #takeLead(payload: Payload, isCapture: boolean): void {
    if (!isCapture || !this.#isCaptured) {
      if (isCapture) {
        this.#isCaptured = true;
        this.#sayNothingOfSource();
      }
      this.#takeSource(payload);
    }
    const { contact, company, attributes } = payload;
    if (isObject(contact)) {
      if (typeof contact.ref === 'string') this.contact = this.#rootOf(contact.ref);
      this.#takeContact(contact, undefined);
    }
    if (isObject(company)) {
      this.#refer(company.ref);
      this.#tellCompany(company);
    }
    if (isObject(attributes)) {
      this.attributes ??= {};
      for (const [name, value] of Object.entries(attributes)) {
        this.attributes[`lead.attributes.${name}`] = isObject(value) ? null : (value as FieldValue);
      }
    }
  }

  #sayNothingOfSource(): void {
    this.channel = null;
    this.medium = null;
    this.campaign = null;
    this.landingPage = null;
    this.motion = null;
    this.referrer = null;
    this.product = null;
  }

  #takeSource({ source, product }: Payload): void {
    if (isText(product)) this.product = product;
    if (source === null) {
      const said = this.product;
      this.#sayNothingOfSource();
      this.product = said;
    }
    if (!isObject(source)) return;
    if (isText(source.channel)) this.channel = source.channel;
    if (isText(source.medium)) this.medium = source.medium;
    if (isText(source.campaign)) this.campaign = source.campaign;
    if (isText(source.landingPage)) this.landingPage = source.landingPage;
    if (isText(source.motion)) this.motion = source.motion;
    if (isText(source.referrer)) this.referrer = source.referrer;
  }

  #takeContact(contact: Payload, company: unknown): void {
    if (isText(contact.role)) this.role = contact.role;
    if (isText(contact.title)) this.title = contact.title;
    if (isText(contact.country)) this.contactCountry = contact.country;
    if (isText(contact.language)) this.language = contact.language;
    if (typeof contact.hasEmail === 'boolean') this.hasEmail = contact.hasEmail;
    if (typeof contact.hasPhone === 'boolean') this.hasPhone = contact.hasPhone;
    if (typeof contact.hasFirstName === 'boolean') this.hasFirstName = contact.hasFirstName;
    if (typeof contact.hasLastName === 'boolean') this.hasLastName = contact.hasLastName;
    this.#refer(company);
  }

  /** The lead belongs to a company from now on. What was said of the company itself holds where nothing else is known. */
  #refer(ref: unknown): void {
    if (typeof ref !== 'string') return;
    const company = this.#rootOf(ref);
    if (company === this.company) return;
    const own = this.company === null ? this.#ownFacts() : {};
    this.company = company;
    this.#forgetCompany();
    this.#tellCompany(this.#companies?.get(company) ?? {});
    this.#tellCompany(own);
  }

  #takeCompany(company: string, payload: Payload): void {
    this.#companies ??= new Map();
    const known = this.#companies.get(company) ?? {};
    for (const field of companyFields) if (payload[field] !== undefined) known[field] = payload[field];
    this.#companies.set(company, known);
    if (company === this.company) this.#tellCompany(payload);
  }

  #ownFacts(): CompanyFacts {
    const own: CompanyFacts = {};
    if (this.companyName !== null) own.name = this.companyName;
    if (this.domain !== null) own.domain = this.domain;
    if (this.employees !== null) own.employees = this.employees;
    if (this.industry !== null) own.industry = this.industry;
    if (this.companyCountry !== null) own.country = this.companyCountry;
    if (this.annualRevenue !== null) own.annualRevenue = this.annualRevenue;
    return own;
  }

  #forgetCompany(): void {
    this.companyName = null;
    this.domain = null;
    this.employees = null;
    this.industry = null;
    this.companyCountry = null;
    this.annualRevenue = null;
  }

  #tellCompany(company: CompanyFacts): void {
    if (isText(company.name)) this.companyName = company.name;
    if (isText(company.domain)) this.domain = company.domain;
    if (typeof company.employees === 'number' || company.employees === null) this.employees = company.employees;
    if (isText(company.industry)) this.industry = company.industry;
    if (isText(company.country)) this.companyCountry = company.country;
    if (company.annualRevenue !== undefined) this.annualRevenue = company.annualRevenue;
  }
}

/** A text, or an explicit null that clears. */
function isText(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}

function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
