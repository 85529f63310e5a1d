import type { AttributionReport } from '@sameteam/metrics';

type Model = AttributionReport['models'][number]['model'];

/** Models as a heading names them. */
export const modelLabels: Readonly<Record<string, string>> = {
  first: 'First',
  last: 'Last',
  linear: 'Linear',
  u: 'U',
  w: 'W',
  full_path: 'Full path',
  time_decay: 'Decay',
  markov: 'Markov',
};

/** What each model does, in a sentence. */
export const modelsInWords: Readonly<Record<Model, string>> = {
  first: 'First: all to the first touch.',
  last: 'Last: all to the last touch before it.',
  linear: 'Linear: the same to every touch.',
  u: 'U: 40 % to the first and the last touch each, 20 % to those between.',
  w: 'W: 30 % each to the first touch, the capture and the touch before the opportunity, 10 % to the others.',
  full_path:
    'Full path: 22.5 % each to the first touch, the capture, the touch before the opportunity and the last one, 10 % to the others.',
  time_decay: 'Decay: a touch counts half for every 7 days before the last one.',
  markov: 'Markov: by how many conversions would be missed without the channel, leads that did not convert seen too.',
};
