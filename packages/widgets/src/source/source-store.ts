import type {
  AgreementInfo,
  Definitions,
  DimensionValues,
  ExplainRequest,
  Health,
  LeadHistory,
  LeadPage,
  LeadsRequest,
  MetricExplanation,
  Report,
  ReportRequest,
  SameteamClient,
} from '@sameteam/api/client';
import { batched } from './request-batch.ts';
import { type Question, requestOf, type View, wholeView } from './view.ts';

/** A report, with the request that leads down to its leads. */
export interface Answer extends Report {
  /** Stands at the answer's own as-of, so that the leads add up to the numbers. */
  readonly request: ReportRequest;
}

/** Why elements are told: another view, everything is to be asked again, or only what failed. */
export type StoreChange = 'view' | 'refresh' | 'retry';

type StoreListener = (reason: StoreChange) => void;

/**
 * What the elements of one source share: the view, and answers that are asked for once.
 * @example
 * const store = new SourceStore(createClient({ baseUrl: '' }));
 * const { rows } = await store.report({ metrics: ['captured', 'won'] });
 */
export class SourceStore {
  #view: View;
  readonly #client: SameteamClient;
  readonly #send: (request: ReportRequest) => Promise<Report>;
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly #listeners = new Set<StoreListener>();

  constructor(client: SameteamClient, view: View = wholeView) {
    this.#client = client;
    this.#view = view;
    this.#send = batched((request) => client.report(request));
  }

  get view(): View {
    return this.#view;
  }

  /** Changes what all elements look at. */
  setView(change: Partial<View>): void {
    const next = { ...this.#view, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#view)) return;
    this.#view = next;
    this.#notify('view');
  }

  /** Forgets every answer and has everything asked again. */
  refresh(): void {
    this.#answers.clear();
    this.#notify('refresh');
  }

  /** Has those ask again whose question failed. */
  retry(): void {
    this.#notify('retry');
  }

  /** @returns stops the calls */
  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  report(question: Question): Promise<Answer> {
    const request = requestOf(question, this.#view);
    return this.#once(['report', request], async () => {
      const report = await this.#send(request);
      return { ...report, request: { ...request, asOf: report.asOf } };
    });
  }

  definitions(): Promise<Definitions> {
    return this.#once(['definitions'], () => this.#client.metrics());
  }

  agreement(): Promise<AgreementInfo> {
    return this.#once(['agreement'], () => this.#client.agreement());
  }

  health(): Promise<Health> {
    return this.#once(['health'], () => this.#client.health());
  }

  values(dimension: string): Promise<DimensionValues> {
    return this.#once(['values', dimension], () => this.#client.values(dimension, { limit: 200 }));
  }

  leads(request: LeadsRequest): Promise<LeadPage> {
    return this.#once(['leads', request], () => this.#client.leads(request));
  }

  explain(request: ExplainRequest): Promise<MetricExplanation> {
    return this.#once(['explain', request], () => this.#client.explain(request));
  }

  history(lead: string): Promise<LeadHistory> {
    return this.#once(['history', lead], () => this.#client.history(lead));
  }

  /** A failed question is forgotten, so that asking again asks the service. */
  #once<T>(question: unknown, ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const known = this.#answers.get(key);
    if (known !== undefined) return known as Promise<T>;
    const answer = ask();
    this.#answers.set(key, answer);
    answer.catch(() => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key);
    });
    return answer;
  }

  #notify(reason: StoreChange): void {
    for (const listener of this.#listeners) listener(reason);
  }
}
