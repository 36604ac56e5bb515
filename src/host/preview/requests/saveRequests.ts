import { CancellationError, commands, Uri, window, workspace } from 'vscode';
import { fileName } from '../../extracts/extractFile';
import { isSameFile, OWN_ALONE, writeBytes } from '../../extracts/writeBytes';
import { named, say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';

/** Bodies to write, and the default file name's part after the name of the extract. */
interface Saved {
  readonly suffix: string;
  /** The form of one request, or of all of them with a line each. */
  readonly label: 'JSON' | 'JSON Lines';
  readonly bodies: () => AsyncIterable<Uint8Array>;
}

/**
 * Asks for a file and writes bodies to it, byte for byte as they would be sent, whole or not at all.
 * @throws {CancellationError} when the user cancels
 */
export async function saveRequests(
  { notices }: Services,
  extract: Uri,
  { suffix, label, bodies }: Saved,
): Promise<void> {
  const target = await askFile(extract, suffix, label);
  if (await isSameFile(extract, target))
    throw new UserError(say`${named(fileName(extract))} is what the requests are made from. Choose another name.`);
  await notices.progress(say`Writing ${named(fileName(target))}`, (_report, token) =>
    writeBytes(
      target,
      untilCancelled(bodies(), () => token.isCancellationRequested),
      { mode: OWN_ALONE },
    ),
  );
  void notices.inform(say`Written to ${named(fileName(target))}.`, {
    title: 'Open',
    run: () => commands.executeCommand('vscode.open', target),
  });
}

async function askFile(extract: Uri, suffix: string, label: Saved['label']): Promise<Uri> {
  const folder = extract.scheme === 'file' ? Uri.joinPath(extract, '..') : workspace.workspaceFolders?.[0]?.uri;
  const name = `${fileName(extract).replace(/\.[^.]*$/, '')}-${suffix}`;
  const target = await window.showSaveDialog({
    title: 'Save Requests',
    saveLabel: 'Save',
    filters: { [label]: [suffix.slice(suffix.lastIndexOf('.') + 1)] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (target === undefined) throw new CancellationError();
  return target;
}

async function* untilCancelled(
  bodies: AsyncIterable<Uint8Array>,
  isCancelled: () => boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const body of bodies) {
    if (isCancelled()) throw new CancellationError();
    yield body;
  }
}
