import { commands } from 'vscode';
import { commandIds } from '../contributions';
import { currentMapping } from '../documents/mappings/currentMapping';
import type { Services } from '../services';
import { askForExtract } from './chooseExtract';
import type { Command } from './command';
import { defineCommand } from './command';

/** The preview of the extract that a mapping is looked at with. */
export const previewMapping = withExtract(commandIds.previewMapping, 'Preview', commandIds.previewExtract);

/** Sends the extract that a mapping is looked at with. */
export const sendMapping = withExtract(commandIds.sendMapping, 'Send to Sandbox Tenant', commandIds.sendToSandbox);

function withExtract(id: Command['id'], title: string, command: Command['id']): Command {
  return defineCommand(id, title, async ({ mappings }: Services, args) => {
    const mapping = await currentMapping(args);
    const look = mappings.look(mapping);
    const extract = look.kind === 'none' ? await askForExtract('Extract') : look.extract;
    await commands.executeCommand(command, extract, mapping.uri);
  });
}
