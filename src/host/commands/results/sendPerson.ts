import { commandIds } from '../../contributions';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import { sendPerson as sendPersonOf } from '../../sending/sendFailures';
import { defineCommand } from '../command';
import { personOf } from '../treeArgument';

/** Plans one person of a run alone, from the current source, and sends them like any other plan. */
export const sendPerson = defineCommand(commandIds.sendPerson, (services, args) => {
  const row = personOf(args);
  if (row === undefined) return Promise.reject(new UserError(say`Choose a person in "Inbound Provisioning: Runs".`));
  return sendPersonOf(services, row.run.id, row.person.record);
});
