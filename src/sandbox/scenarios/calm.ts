import type { Scenario } from './scenario';

export const calm: Scenario = {
  name: 'calm',
  title: 'Calm',
  summary: 'Everything works, within the documented limits.',
  description: 'Everything works, within the documented limits: the tenant to begin with.',
  effects: {},
};
