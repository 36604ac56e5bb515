import type { Range, TextDocument, Uri } from 'vscode';
import { commands, FileSystemError, workspace } from 'vscode';
import { namedPositions } from '../../core/csv/header/columnFit';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import type { RecordPlace } from '../../views/placeOfRow';
import { extractViewType } from '../contributions';
import { cellsAt } from './cellsAt';
import { editorEncoding } from './editorEncoding';
import { extractPlace, fileName, openDocument, storedSize, TEXT_DOCUMENT_LIMIT } from './extractFile';
import type { PersonOfRow } from './rowOfPerson';
import { rowOfPerson } from './rowOfPerson';
import { named, say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';
import { showText } from '../showText';

/** How to read an extract, and the person of the place. */
interface ShowingOptions {
  readonly mapping?: string | undefined;
  readonly encoding?: string | undefined;
  /** For an earlier run: the row may have moved since. */
  readonly person?: PersonOfRow | undefined;
}

/**
 * Shows a record of an extract in a text editor, with the cursor at its first cell; a file that is too large for one opens in the editor
 * of extracts with its cells marked.
 * @param reading the text of the mapping, which states how to read the extract, and the chosen encoding where it states none
 */
export async function showCells(
  { conversions, reveals }: Services,
  extract: Uri,
  place: RecordPlace,
  { mapping, encoding, person }: ShowingOptions = {},
): Promise<void> {
  if ((await sizeOf(extract)) > TEXT_DOCUMENT_LIMIT) {
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
  const first = Math.min(place.line, document.lineCount) - 1;
  const row = person === undefined || header === undefined ? first : rowOfPerson(document, first, person, header);
  await showText(document, row === undefined ? [] : rangesOf(document, { ...place, line: row + 1 }, header));
  if (row === undefined)
    throw new UserError(
      say`${named(fileName(extract))} has changed since it was sent: no row has the id of this person any more.`,
    );
}

async function sizeOf(extract: Uri): Promise<number> {
  try {
    return await storedSize(extract);
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    throw new UserError(
      say`${named(fileName(extract))} cannot be read: it was moved, deleted or locked. Put it back, and try again.`,
    );
  }
}

/** In the encoding of the extract, unless an editor has it open with changes. The editor recognises UTF-8 and its mark by itself. */
async function openText(extract: Uri, encoding: string | undefined): Promise<TextDocument> {
  const known = openDocument(extract);
  if (encoding === undefined || encoding === 'utf-8' || known?.isDirty === true || known?.isUntitled === true)
    return workspace.openTextDocument(extract);
  return workspace.openTextDocument(extract, { encoding: editorEncoding(encoding) });
}

/**
 * Found in the editor's text, so that the selection is right regardless of the encoding and of later edits.
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
