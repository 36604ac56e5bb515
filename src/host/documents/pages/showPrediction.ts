import { commands, Uri } from 'vscode';
import { plainText } from '../../../core/text/plainText';
import { predictionScheme } from '../../contributions';
import type { Services } from '../../services';

/**
 * Opens the page on what Entra would do with the people of a payload that is open.
 * @param operation the number of an operation, from 1; all when left out
 */
export async function showPrediction(
  { predictionPages }: Pick<Services, 'predictionPages'>,
  { payload, name, operation }: { readonly payload: Uri; readonly name: string; readonly operation?: number },
): Promise<void> {
  const query = { payload: payload.toString(), operation: operation === undefined ? '' : String(operation) };
  const page = Uri.from({
    scheme: predictionScheme,
    path: `/What would Entra do with ${plainText(name, 80).replace(/[/\\]/g, '-')}.md`,
    query: new URLSearchParams(query).toString(),
  });
  predictionPages.renew(page);
  await commands.executeCommand('markdown.showPreviewToSide', page);
}
