import type { Scenario } from './scenario';

export const healthy: Scenario = {
  name: 'healthy',
  title: 'Healthy',
  summary: 'Everything works, within the documented limits.',
  description: 'Everything works, within the documented limits: a new sandbox starts this way.',
  effects: {},
};
