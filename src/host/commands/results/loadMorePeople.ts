import { nextLimit } from '../../../views/runTree';
import { commandIds } from '../../contributions';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import { defineCommand } from '../command';
import { rowOf } from '../treeArgument';

/** Shows the next people in the place of the row that it is called on. */
export const loadMorePeople = defineCommand(commandIds.loadMorePeople, ({ runsView }, args) => {
  const row = rowOf(args);
  if (row?.kind !== 'more')
    return Promise.reject(new UserError(say`Choose "Load more" in "Inbound Provisioning: Runs".`));
  runsView.showMore(row.of, nextLimit(runsView.view().limits, row.of.id));
  return Promise.resolve();
});
