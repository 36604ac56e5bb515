import { commandIds } from '../contributions';
import { defineCommand } from './command';

export const clearRuns = defineCommand(commandIds.clearRuns, 'Clear Results', (services) => {
  services.runs.clear();
  return Promise.resolve();
});
