import { nextLimit } from '../../../views/runTree';
import { commandIds } from '../../contributions';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import { defineCommand } from '../command';
import { rowOf } from '../treeArgument';

/** Shows the next people in place of the row that it is called on. */
export const loadMorePeople = defineCommand(commandIds.loadMorePeople, async ({ runsView }, args) => {
  const row = rowOf(args);
  if (row?.kind !== 'more') throw new UserError(say`Choose "Load more" in "Inbound Provisioning: Runs".`);
  const { limits } = await runsView.view();
  await runsView.showMore(row.of, nextLimit(limits, row.of.id));
});
