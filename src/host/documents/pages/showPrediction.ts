import { Uri } from 'vscode';
import { plainText } from '../../../core/text/plainText';
import { columnBeside } from '../../columnBeside';
import { predictionScheme } from '../../contributions';
import type { Services } from '../../services';
import { openPage } from './openPage';

/**
 * Opens the prediction for the people of an open payload.
 * @param operation the number of an operation, from 1; all by default
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
  await openPage(page, { viewColumn: columnBeside(), preview: true });
}
