import { commands, Uri } from 'vscode';
import { commandIds, predictionScheme } from '../contributions';
import { currentPayload } from '../documents/currentPayload';
import { defineCommand } from './command';

/**
 * Opens what Entra would do with the people of a payload. A second argument, the number of an operation from 1, asks for that
 * one alone.
 */
export const predictPayload = defineCommand(commandIds.predictPayload, async (services, args) => {
  const document = await currentPayload(services, args);
  const operation = typeof args[1] === 'number' ? String(args[1]) : '';
  const name = document.fileName.split(/[/\\]/).at(-1) ?? 'payload';
  const uri = Uri.from({
    scheme: predictionScheme,
    path: `/What would Entra do with ${name}.md`,
    query: new URLSearchParams({ payload: document.uri.toString(), operation }).toString(),
  });
  services.predictionPages.renew(uri);
  await commands.executeCommand('markdown.showPreviewToSide', uri);
});
