import type { Range, TextDocument, Uri } from 'vscode';
import { commands, workspace } from 'vscode';
import { namedPositions } from '../../core/csv/header/columnFit';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import type { RecordPlace } from '../../views/placeOfRow';
import { extractViewType } from '../contributions';
import { cellsAt } from './cellsAt';
import { editorEncoding } from './editorEncoding';
import { extractPlace, openDocument, storedSize, TEXT_DOCUMENT_LIMIT } from './extractFile';
import type { Services } from '../services';
import { showText } from '../showText';

/**
 * Shows a record of an extract in a text editor, the cursor at its first cell; of a file that is too large for one, in the editor of
 * extracts, its cells marked.
 * @param reading the text of the mapping, which says how the extract is read, and what was chosen where it states no encoding
 */
export async function showCells(
  { conversions, reveals }: Services,
  extract: Uri,
  place: RecordPlace,
  { mapping, encoding }: { readonly mapping?: string | undefined; readonly encoding?: string | undefined } = {},
): Promise<void> {
  if ((await storedSize(extract)) > TEXT_DOCUMENT_LIMIT) {
    reveals.request(extract, place);
    await commands.executeCommand('vscode.openWith', extract, extractViewType);
    return;
  }
  const bytes = await extractPlace(extract);
  const header = await conversions.ask('header', {
    bytes,
    ...(mapping === undefined ? {} : { mapping }),
    ...(encoding === undefined ? {} : { encoding }),
  });
  const document = await openText(extract, header?.encoding);
  await showText(document, rangesOf(document, place, header));
}

/** In the encoding that the extract is read in, unless an editor has it open with changes. UTF-8 the editor knows by itself, and its mark. */
async function openText(extract: Uri, encoding: string | undefined): Promise<TextDocument> {
  const known = openDocument(extract);
  if (encoding === undefined || encoding === 'utf-8' || known?.isDirty === true || known?.isUntitled === true)
    return workspace.openTextDocument(extract);
  return workspace.openTextDocument(extract, { encoding: editorEncoding(encoding) });
}

/**
 * Found in the text as the editor has it: whatever it was decoded with, and whatever was typed since, the selection is what
 * it says it is.
 */
function rangesOf(
  document: TextDocument,
  { line, columns }: RecordPlace,
  header: ExtractHeader | undefined,
): readonly Range[] {
  const first = Math.min(line, document.lineCount) - 1;
  const cells = header === undefined || columns.length === 0 ? [] : cellsAt(document, first, header);
  const positions = header === undefined ? [] : namedPositions(header);
  const ranges = columns.flatMap((column) => cells[positions[header?.columns.indexOf(column) ?? -1] ?? -1] ?? []);
  return ranges.length > 0 ? ranges : [document.lineAt(first).range];
}
