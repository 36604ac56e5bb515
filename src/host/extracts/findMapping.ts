import { CancellationError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { loadMapping } from '../../core/mapping/loadMapping';
import type { CommandTitles } from '../commandTitles';
import { commandIds } from '../contributions';
import { isInsideWorkspace } from '../documents/insideWorkspace';
import { commandAction } from '../messages/commandAction';
import { choose } from '../messages/questions';
import { named, say } from '../messages/say';
import { UserError } from '../messages/userError';
import { fileName, mappingText } from './extractFile';
import { placeInWorkspace } from './placeInWorkspace';

const MOST = 200;

/** What finding a mapping takes of the extension. */
interface MappingServices {
  readonly titles: CommandTitles;
  readonly mappings: { over(extract: Uri): readonly Uri[] };
}

/** The folder that a file is in. */
export function folderOf(uri: Uri): Uri {
  return Uri.joinPath(uri, '..');
}

/**
 * The files of the workspace that a mapping's `files` setting names, in the order of their paths. What lies outside the
 * workspace is not among them, by whatever way it was named.
 */
export async function extractsOf(mapping: Uri, text: string): Promise<readonly Uri[]> {
  return extractsMatching(mapping, loadMapping(text).model.source.files);
}

/** The files of the workspace that patterns of a mapping name; they count from the mapping's folder. */
export async function extractsMatching(mapping: Uri, patterns: readonly string[]): Promise<readonly Uri[]> {
  if (workspace.getWorkspaceFolder(mapping) === undefined) return [];
  const found = await Promise.all(
    patterns.map((pattern) => workspace.findFiles(new RelativePattern(folderOf(mapping), pattern), null, MOST)),
  );
  const inside = await Promise.all(found.flat().map(async (uri) => ((await isInsideWorkspace(uri)) ? [uri] : [])));
  return inside.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The mapping for an extract: one that is open over it or whose `files` setting names it, else the one in its folder. With several
 * the user is asked.
 * @throws {CancellationError} when the user chooses none
 */
export async function findMapping(services: MappingServices, extract: Uri): Promise<Uri> {
  const { meant, all, isNamed } = await mappingsFor(services, extract);
  const candidates = meant.length > 0 ? meant : all;
  const [only, ...others] = candidates;
  const newMapping = commandAction(services.titles, commandIds.newMapping, extract);
  if (only === undefined)
    throw new UserError(say`There is no mapping for ${named(fileName(extract))}.`, { action: newMapping });
  if (others.length === 0) return only;
  const items = candidates.map((uri) => ({ label: fileName(uri), description: placeInWorkspace(uri), uri }));
  const title = `Mapping for ${fileName(extract)}`;
  if (isNamed) return (await choose(items, { title, placeHolder: 'Choose a mapping' })).uri;
  const another = { label: newMapping.title, icon: 'add', alwaysShow: true, uri: undefined };
  const { uri } = await choose([...items, another], { title, placeHolder: 'No mapping names this extract' });
  if (uri !== undefined) return uri;
  await newMapping.run();
  throw new CancellationError();
}

interface MappingsForExtract {
  /** Those that are open over it or name it, else those in its folder. */
  readonly meant: readonly Uri[];
  readonly all: readonly Uri[];
  /** Whether they are more than neighbours. */
  readonly isNamed: boolean;
}

/** The mappings for an extract; one that is new and not saved yet is found where it is open. */
export async function mappingsFor({ mappings }: MappingServices, extract: Uri): Promise<MappingsForExtract> {
  const beside = await mappingsBeside(extract);
  const searched = await workspace.findFiles('**/*.scimmap', '**/node_modules/**', MOST);
  const all = distinct([...beside, ...searched]);
  const naming: Uri[] = [];
  for (const mapping of all) {
    const extracts = await extractsOf(mapping, await mappingText(mapping));
    if (extracts.some((uri) => uri.toString() === extract.toString())) naming.push(mapping);
  }
  const meant = distinct([...mappings.over(extract), ...naming]);
  return meant.length > 0 ? { meant, all, isNamed: true } : { meant: beside, all, isNamed: false };
}

function distinct(files: readonly Uri[]): readonly Uri[] {
  return [...new Map(files.map((uri) => [uri.toString(), uri])).values()];
}

/** In the extract's folder, which may lie outside the workspace or in a file system that cannot be searched. */
async function mappingsBeside(extract: Uri): Promise<readonly Uri[]> {
  if (extract.scheme === 'untitled') return [];
  const folder = folderOf(extract);
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    // A folder that may not be listed has no mapping that could be read
    () => [],
  );
  const isFile = (type: FileType) => (type & FileType.File) !== 0;
  return entries
    .filter(([name, type]) => isFile(type) && name.endsWith('.scimmap'))
    .map(([name]) => Uri.joinPath(folder, name))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, MOST);
}
