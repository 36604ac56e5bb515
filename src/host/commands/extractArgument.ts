import type { Uri } from 'vscode';
import { workspace } from 'vscode';
import type { PlanMoment } from '../../core/convert/planMoment';
import { momentNow } from '../../extract/momentNow';
import { fileName } from '../extracts/extractFile';
import { findMapping } from '../extracts/findMapping';
import { placeInWorkspace } from '../extracts/placeInWorkspace';
import { choose } from '../messages/questions';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';
import { fileArgument } from '../documents/knownFiles';
import { openExtract } from './openExtract';

/** An extract and the mapping to convert it with. */
export interface ExtractWithMapping {
  readonly extract: Uri;
  readonly mapping: Uri;
  /** The input of functions of time and chance. */
  readonly moment: PlanMoment;
  /** The expected hash of the extract. Default: any. */
  readonly fingerprint?: string;
}

const MAX_EXTRACTS = 200;

/**
 * The extract of a command: its argument, or the file in front of the user, or one of the workspace that the user chooses. A second
 * argument is the mapping; by default it is searched. A preview adds its moment and the fingerprint of its content.
 */
export async function conversionOf(services: Services, args: readonly unknown[]): Promise<ExtractWithMapping> {
  const [first, second, third, fourth] = args;
  const extract = (await fileArgument(services, first)) ?? openExtract() ?? (await chooseExtract());
  const mapping = (await fileArgument(services, second)) ?? (await findMapping(services, extract));
  const moment = isMoment(third) ? third : momentNow();
  return { extract, mapping, moment, ...(typeof fourth === 'string' ? { fingerprint: fourth } : {}) };
}

function isMoment(value: unknown): value is PlanMoment {
  if (typeof value !== 'object' || value === null || !('now' in value) || !('seed' in value)) return false;
  const { now, seed } = value;
  const isTime = typeof now === 'object' && now !== null && 'ticks' in now && typeof now.ticks === 'bigint';
  return isTime && Number.isSafeInteger(seed);
}

async function chooseExtract(): Promise<Uri> {
  const found = await workspace.findFiles('**/*.{csv,tsv}', '**/node_modules/**', MAX_EXTRACTS);
  if (found.length === 0)
    throw new UserError(say`There is no extract here. Open a folder with a CSV file, or the file itself.`);
  const items = found
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((uri) => ({ label: fileName(uri), description: placeInWorkspace(uri), uri }));
  return (await choose(items, { title: 'Extract', placeHolder: 'Which extract?' })).uri;
}
