import { commands, Uri } from 'vscode';
import { plainText } from '../../core/text/plainText';
import { commandIds, predictionScheme } from '../contributions';
import { currentPayload } from '../documents/currentPayload';
import { defineCommand } from './command';

/**
 * Opens what Entra would do with the people of a payload. A second argument, the number of an operation from 1, asks for that
 * one alone.
 */
export const predictPayload = defineCommand(commandIds.predictPayload, async (services, args) => {
  const document = await currentPayload(services, args);
  const operation = isOperation(args[1]) ? String(args[1]) : '';
  const name = document.fileName.split(/[/\\]/).at(-1) ?? 'payload';
  const uri = Uri.from({
    scheme: predictionScheme,
    path: `/What would Entra do with ${plainText(name, 80)}.md`,
    query: new URLSearchParams({ payload: document.uri.toString(), operation }).toString(),
  });
  services.predictionPages.renew(uri);
  await commands.executeCommand('markdown.showPreviewToSide', uri);
});

function isOperation(argument: unknown): argument is number {
  return typeof argument === 'number' && Number.isSafeInteger(argument) && argument >= 1;
}
