import { commands } from 'vscode';
import { answersOf, describedFile, describedSecret } from '../../../connections/adding/describedFile';
import type { Answers } from '../../../connections/adding/steps';
import { secretOf } from '../../../connections/file/secretOf';
import { describeConnection } from '../../connections/adding/describeConnection';
import { commandIds } from '../../contributions';
import type { Services } from '../../services';
import { defineCommand } from '../command';
import { freeName, whyNoName } from './askForName';
import type { TenantConnection } from './connectionArgument';
import { userConnectionArgument } from './connectionArgument';
import { keepSecret } from './keepSecret';
import { pickerOf } from './pickerOf';
import { replaceConnection } from './replaceConnection';

/**
 * Asks for every setting of a connection again, with its current values as the answers, and checks the result. An argument is its name, or
 * its row in the tree.
 */
export const editConnection = defineCommand(commandIds.editConnection, async (services, args) => {
  const title = services.titles.of(commandIds.editConnection);
  const connection = await userConnectionArgument(services, args, title);
  const { name: except, file: before } = connection;
  const answers = await describeConnection({
    title: `${title}: ${except}`,
    isEdited: true,
    answers: answersOf(before),
    whyNoName: (name) => whyNoName(services, name, except),
    freeName: (like) => freeName(services, like),
    hasSecret: (described) => hasSecret(services, connection, described),
    pickInTenant: pickerOf(services),
  });
  const after = describedFile(answers, before);
  // Each step has checked its own answer
  if ('refusal' in after) throw new Error(after.refusal);
  await replaceConnection(services, connection, after);
  const secret = describedSecret(answers);
  if (secret !== undefined) await keepSecret(services, { ...connection, file: after }, secret);
  await commands.executeCommand(commandIds.checkConnection, after.name);
  return after.name;
});

/** Whether the stored secret is valid for the edited connection. */
async function hasSecret(
  services: Services,
  { id, file: before }: TenantConnection,
  answers: Answers,
): Promise<boolean> {
  const file = describedFile(answers, before);
  if (id === undefined || 'refusal' in file) return false;
  const purpose = secretOf(file.signIn);
  if (purpose === undefined) return false;
  return 'value' in (await (await services.connectionStore()).secrets.find({ id, file }, purpose));
}
