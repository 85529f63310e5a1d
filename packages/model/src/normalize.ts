export { companyDomain, type DomainFault, domainFaults } from './normalize/company-domain.ts';
export { currencyDigits } from './normalize/currency-digits.ts';
export { type CountryFault, countryFaults, normalizeCountry } from './normalize/normalize-country.ts';
export {
  type EmailFault,
  type EmailOptions,
  type EmailParts,
  emailFaults,
  normalizeEmail,
} from './normalize/normalize-email.ts';
export { type NameFault, nameFaults, normalizeName } from './normalize/normalize-name.ts';
export {
  normalizePhone,
  type PhoneFault,
  type PhoneOptions,
  type PhoneParts,
  phoneFaults,
} from './normalize/normalize-phone.ts';
export type { Normalized } from './normalize/normalized.ts';
export {
  type AmountOptions,
  type MoneyFault,
  type MoneyParts,
  moneyFaults,
  toMinorUnits,
} from './normalize/to-minor-units.ts';
