export type { FieldIssue, FieldIssueCode } from './flat/field-issue.ts';
export { type FlatLeadField, type FlatLeadFieldName, flatLeadFields } from './flat/flat-lead-fields.ts';
export { plainInstant } from './flat/plain-instant.ts';
export { type FlatLeadOptions, type FlatLeadReading, readFlatLead } from './flat/read-flat-lead.ts';
