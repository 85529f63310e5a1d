import { expect, it } from 'vitest';
import { agreementWith } from './fixtures/story.ts';
import { stageProbability } from './stage-probability.ts';

const stages = [
  { id: 'discovery', probability: 0.2 },
  { id: 'proposal', probability: 0.655 },
];

it('is that of the stage in its pipeline, in thousandths', () => {
  const agreement = agreementWith({
    pipelines: { new: { stages }, renewal: { stages: [{ id: 'proposal', probability: 0.9 }] } },
  });
  expect(stageProbability(agreement, { pipeline: 'new', stage: 'proposal' })).toBe(655);
  expect(stageProbability(agreement, { pipeline: 'renewal', stage: 'proposal' })).toBe(900);
  expect(stageProbability(agreement, { pipeline: 'renewal', stage: 'discovery' })).toBeNull();
  expect(stageProbability(agreement, { pipeline: 'other', stage: 'proposal' })).toBeNull();
  expect(stageProbability(agreement, { pipeline: null, stage: 'proposal' })).toBeNull();
  expect(stageProbability(agreement, { pipeline: 'new', stage: null })).toBeNull();
});

it('is in the only pipeline where the opportunity names none', () => {
  const agreement = agreementWith({ pipelines: { new: { stages } } });
  expect(stageProbability(agreement, { pipeline: null, stage: 'discovery' })).toBe(200);
  expect(stageProbability(agreementWith(), { pipeline: null, stage: 'discovery' })).toBeNull();
});
