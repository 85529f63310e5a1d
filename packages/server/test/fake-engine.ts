import { defaultAgreement } from '@sameteam/agreement';
import { metricDefinitions } from '@sameteam/metrics';
import type { ServiceContext } from '@sameteam/service';

type Engine = ServiceContext['engine'];

const refuse = (name: string) => async (): Promise<never> => {
  throw new Error(`the test does not expect ${name}`);
};

/** An engine of which a test says only what it asks: for failures and delays that no real engine has at will. */
export function fakeEngine(parts: Partial<Engine> = {}): Engine {
  return {
    agreement: defaultAgreement,
    metrics: metricDefinitions,
    capabilities: { isPersistent: false, answersDuringImport: true },
    leadFacts: refuse('leadFacts'),
    opportunityFacts: refuse('opportunityFacts'),
    status: refuse('status'),
    beginImport: refuse('beginImport'),
    imports: refuse('imports'),
    undoImport: refuse('undoImport'),
    quarantined: refuse('quarantined'),
    run: refuse('run'),
    withReducer: refuse('withReducer'),
    leads: refuse('leads'),
    events: refuse('events'),
    opportunitiesOf: refuse('opportunitiesOf'),
    values: refuse('values'),
    rebuild: refuse('rebuild'),
    close: refuse('close'),
    ...parts,
  };
}
