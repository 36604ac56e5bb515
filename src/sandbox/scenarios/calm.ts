import type { Scenario } from './scenario';

export const calm: Scenario = {
  name: 'calm',
  title: 'Calm',
  description: 'Everything works, within the documented limits: the tenant to begin with.',
  effects: {},
};
