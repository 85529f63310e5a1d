import { limits } from '@sameteam/model';
import { normalizeName } from '@sameteam/model/normalize';
import { describeSaid, type FieldFault, fieldIssue } from './field-issue.ts';
import { type FlatLeadFieldName, flatLeadFields } from './flat-lead-fields.ts';
import type { Remarks, SaidFields, SaidValue } from './said-fields.ts';

/** What the parts of a lead are read from. */
export interface LeadReader {
  readonly said: SaidFields;
  /** The text as it was sent. */
  text(name: FlatLeadFieldName): string | undefined;
  /** The text as one clean line. */
  line(name: FlatLeadFieldName): string | undefined;
  /** Refuses the lead for what a field says. */
  refuse(name: FlatLeadFieldName, fault: Remark): undefined;
  /** Takes the lead and says what could be better. */
  hint(name: FlatLeadFieldName, fault: Remark): undefined;
  /** Whether a field was refused by what it is, before it could be read. */
  isRefused(name: FlatLeadFieldName): boolean;
}

/** What is remarked about a field, beside its name and value. */
export interface Remark extends Pick<FieldFault, 'code' | 'why' | 'expected' | 'nearest'> {
  /** Where it is not the value that is described. */
  readonly found?: string;
}

const personalNames: ReadonlySet<string> = new Set(
  flatLeadFields.filter(({ isPersonal }) => isPersonal).map(({ name }) => name),
);

/** Reads fields of a lead by name, and collects what is to be said about them. */
export function leadReader(said: SaidFields, { issues, hints }: Remarks): LeadReader {
  const text = (name: FlatLeadFieldName): string | undefined => said.values.get(name)?.text;
  const put = (list: Remarks['issues'], name: FlatLeadFieldName, remark: Remark): undefined => {
    if (list.length >= limits.issues) return;
    const value: SaidValue | undefined = said.values.get(name);
    const found = describeSaid(value?.text, personalNames.has(name));
    list.push(fieldIssue({ field: value?.sentAs ?? name, found, ...remark }));
  };
  return {
    said,
    text,
    line(name) {
      const given = text(name);
      const normal = given === undefined ? null : normalizeName(given);
      return normal?.success ? normal.name : undefined;
    },
    refuse: (name, remark) => put(issues, name, remark),
    hint: (name, remark) => put(hints, name, remark),
    isRefused: (name) => issues.some(({ field }) => field === name),
  };
}
