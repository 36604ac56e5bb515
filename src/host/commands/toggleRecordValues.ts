import { commandIds } from '../contributions';
import { defineCommand } from './command';

/** Shows the values of the current record beside the rules, or hides them. */
export const toggleRecordValues = defineCommand(commandIds.toggleRecordValues, ({ valuesShown }) => {
  valuesShown.toggle();
  return Promise.resolve();
});
