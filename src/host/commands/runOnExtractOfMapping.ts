import { commands } from 'vscode';
import type { CommandId } from '../contributions';
import { currentMapping } from '../documents/currentMapping';
import type { Services } from '../services';
import { askForExtract } from './chooseExtract';

/** Runs a command that takes an extract and its mapping, for a mapping and the extract that it is checked with. */
export async function runOnExtractOfMapping(
  command: CommandId,
  services: Services,
  args: readonly unknown[],
): Promise<void> {
  const mapping = await currentMapping(services, args);
  const look = services.mappings.look(mapping);
  const extract = look.kind === 'none' ? await askForExtract('Extract') : look.extract;
  await commands.executeCommand(command, extract, mapping.uri);
}
