import { TabInputCustom, Uri, window } from 'vscode';
import { commandIds, planScheme } from '../../contributions';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import { defineCommand } from '../command';

/** Asks for the confirmation of the plan whose page is open: nothing is sent without it. */
export const continuePlan = defineCommand(commandIds.continuePlan, async ({ waitingPlans }, args) => {
  const page = args[0] instanceof Uri ? args[0] : pageInFront();
  if (page?.scheme !== planScheme || !waitingPlans.continue(page))
    throw new UserError(
      say`This plan no longer waits for your confirmation. See Runs for what was sent, or send the extract or payload again.`,
    );
  return Promise.resolve();
});

function pageInFront(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputCustom ? input.uri : undefined;
}
