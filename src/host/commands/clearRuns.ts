import { commandIds } from '../contributions';
import { defineCommand } from './command';

export const clearRuns = defineCommand(commandIds.clearRuns, (services) => {
  services.runs.clear();
  return Promise.resolve();
});
