import { CancellationError, Uri, window, workspace } from 'vscode';
import type { PlanMoment } from '../../core/convert/planMoment';
import { momentNow } from '../../extract/momentNow';
import { fileName } from '../extracts/extractFile';
import { findMapping, folderOf } from '../extracts/findMapping';
import { UserError } from '../userError';
import { openExtract } from './openExtract';

/** An extract and the mapping to convert it with. */
export interface ExtractWithMapping {
  readonly extract: Uri;
  readonly mapping: Uri;
  /** What functions of time and chance read. */
  readonly moment: PlanMoment;
  /** What the bytes of the extract have to be; left out: whatever they are. */
  readonly fingerprint?: string;
}

const MOST = 200;

/**
 * What a command on an extract is about: the file it was called on, else the one in front of the user, else one of the
 * workspace that the user chooses. A second argument names the mapping; otherwise it is looked for. A preview adds its moment
 * and the fingerprint of what it shows.
 */
export async function conversionOf(args: readonly unknown[]): Promise<ExtractWithMapping> {
  const [first, second, third, fourth] = args;
  const extract = first instanceof Uri ? first : (openExtract() ?? (await chooseExtract()));
  const mapping = second instanceof Uri ? second : await findMapping(extract);
  if (mapping === undefined) throw new CancellationError();
  const moment = isMoment(third) ? third : momentNow();
  return { extract, mapping, moment, ...(typeof fourth === 'string' ? { fingerprint: fourth } : {}) };
}

function isMoment(value: unknown): value is PlanMoment {
  return typeof value === 'object' && value !== null && 'now' in value && 'seed' in value;
}

async function chooseExtract(): Promise<Uri> {
  const found = await workspace.findFiles('**/*.{csv,tsv}', '**/node_modules/**', MOST);
  if (found.length === 0)
    throw new UserError('There is no extract here. Open a folder with a CSV file, or the file itself.');
  const items = found
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((uri) => ({ label: fileName(uri), description: workspace.asRelativePath(folderOf(uri)), uri }));
  const chosen = await window.showQuickPick(items, { title: 'Extract', placeHolder: 'Which extract?' });
  if (chosen === undefined) throw new CancellationError();
  return chosen.uri;
}
