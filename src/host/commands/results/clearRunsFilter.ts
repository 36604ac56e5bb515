import { commandIds } from '../../contributions';
import { defineCommand } from '../command';

/** Shows everybody of all runs again. */
export const clearRunsFilter = defineCommand(commandIds.clearRunsFilter, ({ runsView }) => {
  runsView.setFilter(undefined);
  return Promise.resolve();
});
