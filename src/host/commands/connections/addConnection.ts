import { commands, env, UIKind } from 'vscode';
import { describedFile, describedSecret } from '../../../connections/adding/describedFile';
import { whyNoEndpoint } from '../../../connections/adding/questions';
import type { Answers } from '../../../connections/adding/steps';
import type { Connection } from '../../../connections/connection';
import { describeConnection } from '../../connections/adding/describeConnection';
import { commandIds } from '../../contributions';
import { named, say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';
import { defineCommand } from '../command';
import { freeName, whyNoName } from './askForName';
import { keepSecret } from './keepSecret';
import { pickerOf } from './pickerOf';

/** Asks for a connection step by step, stores it, uses it and checks it. Returns its name. */
export const addConnection = defineCommand(commandIds.addConnection, async (services) => {
  await services.connectionStore();
  const answers = await describeConnection({
    title: services.titles.of(commandIds.addConnection),
    isEdited: false,
    answers: await clipboardAnswers(),
    whyNoName: (name) => whyNoName(services, name),
    freeName: (like) => freeName(services, like),
    hasSecret: () => Promise.resolve(false),
    pickInTenant: pickerOf(services),
  });
  const { name } = await keep(services, answers);
  services.connections.use(name);
  await commands.executeCommand(commandIds.checkConnection, name);
  return name;
});

/** Searches the clipboard only for an endpoint. A browser would ask its user for permission first. */
async function clipboardAnswers(): Promise<Answers> {
  if (env.uiKind === UIKind.Web) return {};
  const copied = await env.clipboard.readText();
  return whyNoEndpoint(copied) === undefined ? { endpoint: copied.trim() } : {};
}

async function keep(services: Services, answers: Answers): Promise<Connection> {
  const file = describedFile(answers);
  // Each step has checked its own answer
  if ('refusal' in file) throw new Error(file.refusal);
  const store = await services.connectionStore();
  const added = await store.add(file);
  if (added === undefined)
    throw new UserError(say`Another connection is called ${named(file.name)}. Choose another name.`);
  const secret = describedSecret(answers);
  if (secret !== undefined) await keepSecret(services, added, secret);
  return added;
}
