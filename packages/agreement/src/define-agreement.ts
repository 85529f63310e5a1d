import type { MetricId } from '@sameteam/model';
import type { Agreement } from './agreement.ts';
import { normaliseAgreement } from './effective/normalise-agreement.ts';
import type { AgreementInput } from './schema/agreement-document.ts';

type Section = keyof AgreementInput;
type Given<S extends Section> = NonNullable<AgreementInput[S]>;
type Entry<S extends Section> = Given<S> extends Readonly<Record<string, infer Value>> ? Value : never;
type Item<S extends Section> = Given<S> extends readonly (infer Value)[] ? Value : never;
type Named<Name extends string, Value> = Readonly<Record<Name, Value>>;
type Some<Name extends string, Value> = { readonly [K in NoInfer<Name>]?: Value };

/** A metric that comes with Sameteam, or one that the agreement declares. */
type Known<Metric extends string> = MetricId | NoInfer<Metric>;

interface OfMetric<Metric extends string> {
  readonly metric: Known<Metric>;
}

/** A metric of the agreement's own, made of metrics that there are. */
type Declared<Form, Metric extends string> = Form extends { readonly of: string }
  ? Omit<Form, 'of'> & { readonly of: Known<Metric> }
  : Form extends { readonly over: string }
    ? Omit<Form, 'over' | 'per'> & { readonly over: Known<Metric>; readonly per: Known<Metric> }
    : Form extends { readonly sum: unknown }
      ? Omit<Form, 'sum'> & { readonly sum: readonly (Known<Metric> | `-${Known<Metric>}`)[] }
      : Form;

interface Owned<Team extends string> {
  readonly owner: NoInfer<Team>;
}

/** A promise with the metrics and the readiness that there are. */
type Promised<Form, Readiness extends string, Metric extends string> = Form extends { readonly metric: string }
  ? Omit<Form, 'metric'> & OfMetric<Metric>
  : Form extends { readonly count: unknown }
    ? Omit<Form, 'count'> & { readonly count: Some<MetricId | Readiness | Metric, number> }
    : Form;

type Next<Program extends string, HandOff extends string> =
  | 'disqualify'
  | { readonly program: NoInfer<Program> }
  | { readonly handOff: NoInfer<HandOff> };

/** The sections in which names of the agreement stand, with the names that it declares and the metrics that there are. */
interface Defined<
  Team extends string,
  Readiness extends string,
  HandOff extends string,
  Program extends string,
  Sla extends string,
  Metric extends string,
> {
  readonly teams: Named<Team, Entry<'teams'> & { readonly partOf?: NoInfer<Team> }>;
  readonly rosters?: Some<Team, Entry<'rosters'>>;
  readonly terms?: Named<string, Entry<'terms'> & { readonly entered?: NoInfer<Team> }>;
  readonly fields?: readonly (Item<'fields'> & { readonly entered: NoInfer<Team> })[];
  readonly territories?: readonly (Item<'territories'> & { readonly team: NoInfer<Team> })[];
  readonly profile?: Given<'profile'> & Owned<Team>;
  readonly engagement?: Given<'engagement'> & Owned<Team>;
  readonly questions?: readonly (Item<'questions'> & { readonly askedBy: NoInfer<Team> })[];
  readonly readiness: Named<Readiness, Entry<'readiness'>>;
  readonly qualified?: Given<'qualified'> & { readonly by: NoInfer<Team> };
  readonly handOffs?: Named<HandOff, Entry<'handOffs'> & { readonly from: NoInfer<Team>; readonly to: NoInfer<Team> }>;
  readonly programs?: Named<
    Program,
    Entry<'programs'> &
      Owned<Team> & {
        readonly for?: NoInfer<Readiness> | readonly NoInfer<Readiness>[];
        readonly next?: Next<Program, HandOff>;
      }
  >;
  readonly sla: Named<Sla, Promised<Entry<'sla'>, Readiness, Metric> & { readonly of: NoInfer<Team> }>;
  readonly reasons: Named<
    string,
    Entry<'reasons'> & {
      readonly program?: NoInfer<Program>;
      readonly handOff?: NoInfer<HandOff>;
      readonly needs?: NoInfer<Sla>;
    }
  >;
  readonly metrics?: Named<Metric, Declared<Entry<'metrics'>, Metric>>;
  readonly plan?: Some<MetricId | Metric, Entry<'plan'>>;
  readonly goals?: readonly (Item<'goals'> & OfMetric<Metric> & { readonly teams: readonly NoInfer<Team>[] })[];
  readonly compensation?: Some<Team, readonly (Entry<'compensation'>[number] & OfMetric<Metric>)[]>;
  readonly index?: { readonly parts?: readonly (NonNullable<Given<'index'>['parts']>[number] & OfMetric<Metric>)[] };
}

type DefinedSection = keyof Defined<string, string, string, string, string, string>;

/**
 * Writes an agreement in TypeScript: a key, field, event, unit or metric that does not exist is an error of the
 * compiler, and so is a team, readiness, hand-off, program or SLA that the agreement does not declare, where a clause
 * names one. Metrics of its own can be named wherever a metric can. What conditions and overrides name is checked when it runs, and everything else as in a file.
 * @returns the agreement with every default explicit
 * @throws AgreementError `invalid-agreement` with all issues
 * @example
 * defineAgreement({
 *   teams: { marketing: {}, sales: {} },
 *   readiness: { hot: { engagement: { atLeast: 40 } }, raw: {} },
 *   sla: { first_attempt: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '1wd' } },
 *   reasons: { wrong_profile: { then: 'disqualify' } },
 * }).order.readiness // ['hot', 'raw']
 */
export function defineAgreement<
  const Team extends string,
  const Readiness extends string,
  const HandOff extends string = never,
  const Program extends string = never,
  const Sla extends string = never,
  const Metric extends string = never,
>(input: Omit<AgreementInput, DefinedSection> & Defined<Team, Readiness, HandOff, Program, Sla, Metric>): Agreement {
  return normaliseAgreement(input as AgreementInput);
}
