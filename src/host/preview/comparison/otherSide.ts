import type { Uri } from 'vscode';
import { FileError } from '../../../files/fileError';
import type { ComparedOther } from '../../../preview/comparison/compareState';
import type { OtherInput } from '../../../worker/comparing/protocol';
import { askForExtract } from '../../commands/chooseExtract';
import { extractPlace, fileName, mappingText } from '../../extracts/extractFile';
import { extractsOf } from '../../extracts/findMapping';
import type { Services } from '../../services';
import { lastSent } from './lastSent';

/** Asks what an extract is to be compared with: those first that its mapping names. @throws {CancellationError} when the user turns away */
export async function askForOther(extract: Uri, mapping: Uri | undefined): Promise<Uri> {
  const first = mapping === undefined ? [] : await extractsOf(mapping, await mappingText(mapping));
  return askForExtract(`Compare ${fileName(extract)} with`, { first, except: extract });
}

/** Where the worker finds what is compared with, or why there is nothing, in a sentence. Rejects with the reason of the signal. */
export async function otherInput(
  services: Services,
  other: ComparedOther,
  { extract, signal }: { readonly extract: Uri | undefined; readonly signal: AbortSignal },
): Promise<OtherInput | { readonly unusable: string }> {
  try {
    if (other.kind === 'extract' && extract !== undefined) {
      const encoding = services.encodings.of(extract);
      const bytes = await extractPlace(extract);
      return { kind: 'extract', name: other.name, bytes, ...(encoding !== undefined && { encoding }) };
    }
    const found = await lastSent(services, signal);
    return 'unusable' in found ? found : { kind: 'baseline', ...found };
  } catch (error) {
    if (error instanceof FileError) return { unusable: error.message };
    if (other.kind === 'extract' && error instanceof Error && 'code' in error)
      return { unusable: `${other.name} cannot be read. Choose another extract.` };
    throw error;
  }
}
