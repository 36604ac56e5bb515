import { CancellationError, Uri, window } from 'vscode';
import { findMapping } from '../findMapping';
import { UserError } from '../userError';

/** An extract and the mapping to convert it with. */
export interface Conversion {
  readonly extract: Uri;
  readonly mapping: Uri;
}

/**
 * What a command on an extract is about: the file it was called on, else the one in front of the user. A second argument
 * names the mapping; otherwise it is looked for.
 */
export async function conversionOf(args: readonly unknown[]): Promise<Conversion> {
  const [first, second] = args;
  const extract = first instanceof Uri ? first : window.activeTextEditor?.document.uri;
  if (extract === undefined || extract.path.endsWith('.scimmap'))
    throw new UserError('Open the extract (a CSV file) first, or choose it in the Explorer.');
  const mapping = second instanceof Uri ? second : await findMapping(extract);
  if (mapping === undefined) throw new CancellationError();
  return { extract, mapping };
}
