import { commands, Uri } from 'vscode';
import { plainText } from '../../../core/text/plainText';
import { columnBeside } from '../../columnBeside';
import { predictionScheme } from '../../contributions';
import type { Services } from '../../services';
import { PAGE_EDITOR } from './planPages';

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
  const options = { viewColumn: columnBeside(), preview: true };
  await commands.executeCommand('vscode.openWith', page, PAGE_EDITOR, options);
}
