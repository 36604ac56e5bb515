import { Uri, workspace } from 'vscode';
import { parseKeptPage } from '../../preview/keptPage';
import { openDocument } from '../extracts/extractFile';
import type { Shown } from './previewReading';

/** What a preview showed before its window was reloaded; `undefined` if that is unknown, or no longer exists. */
export async function restoredPreview(kept: unknown): Promise<Shown | undefined> {
  const { extract, mapping } = parseKeptPage(kept);
  const [shown, by] = [await knownFile(extract), await knownFile(mapping)];
  if (shown === undefined) return undefined;
  return { extract: shown, ...(by !== undefined && { mapping: by }) };
}

async function knownFile(address: string | undefined): Promise<Uri | undefined> {
  if (address === undefined) return undefined;
  try {
    const uri = Uri.parse(address, true);
    if (openDocument(uri) === undefined) await workspace.fs.stat(uri);
    return uri;
  } catch {
    // No address, or no file: in both cases there is nothing to show
    return undefined;
  }
}
