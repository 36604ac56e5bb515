import { env } from 'vscode';
import { commandIds } from '../../contributions';
import { named, say } from '../../messages/say';
import { defineCommand } from '../command';
import { userConnectionArgument } from './connectionArgument';

/** Copies the provisioning API endpoint of a connection. An argument is its name, or its row in the tree. */
export const copyConnectionEndpoint = defineCommand(commandIds.copyConnectionEndpoint, async (services, args) => {
  const title = services.titles.of(commandIds.copyConnectionEndpoint);
  const { name, endpoint } = await userConnectionArgument(services, args, title);
  await env.clipboard.writeText(endpoint ?? '');
  void services.notices.inform(say`Copied the endpoint of ${named(name)}.`);
});
