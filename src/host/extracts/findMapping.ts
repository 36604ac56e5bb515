import { CancellationError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { loadMapping } from '../../core/mapping/loadMapping';
import type { CommandTitles } from '../commandTitles';
import type { ConversionClient } from './conversionClient';
import { commandIds } from '../contributions';
import { isInsideWorkspace } from '../documents/insideWorkspace';
import { commandAction } from '../messages/commandAction';
import { choose } from '../messages/questions';
import { named, say } from '../messages/say';
import { UserError } from '../messages/userError';
import { extractPlace, fileName, openDocument } from './extractFile';
import { placeInWorkspace } from './placeInWorkspace';

const MAX_FILES = 200;

/** The parts of the extension that finding a mapping needs. */
interface MappingServices {
  readonly titles: CommandTitles;
  readonly mappings: { meantFor(extract: Uri): Promise<readonly Uri[]> };
}

/** The same where the file may turn out not to be an extract. */
interface SearchServices extends MappingServices {
  readonly conversions: Pick<ConversionClient, 'ask'>;
}

/** The folder that a file is in. */
export function folderOf(uri: Uri): Uri {
  return Uri.joinPath(uri, '..');
}

/**
 * The files of the workspace that a mapping's `files` setting names, in the order of their paths. Files outside the workspace are never
 * included.
 */
export async function extractsOf(mapping: Uri, text: string): Promise<readonly Uri[]> {
  return extractsMatching(mapping, loadMapping(text).model.source.files);
}

/** The files of the workspace that patterns of a mapping match; they are relative to the mapping's folder. */
export async function extractsMatching(mapping: Uri, patterns: readonly string[]): Promise<readonly Uri[]> {
  if (workspace.getWorkspaceFolder(mapping) === undefined) return [];
  const found = await Promise.all(
    patterns.map((pattern) => workspace.findFiles(new RelativePattern(folderOf(mapping), pattern), null, MAX_FILES)),
  );
  const inside = await Promise.all(found.flat().map(async (uri) => ((await isInsideWorkspace(uri)) ? [uri] : [])));
  return inside.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The mapping for an extract: one that is open over it or whose `files` setting names it, otherwise the one in its folder. If there are
 * several, the user is asked.
 * @throws {CancellationError} when the user cancels
 */
export async function findMapping(services: SearchServices, extract: Uri): Promise<Uri> {
  const { meant, all, isNamed } = await mappingsFor(services, extract);
  if (!isNamed) await refuseOther(services, extract);
  const candidates = meant.length > 0 ? meant : all;
  const [only, ...others] = candidates;
  const newMapping = commandAction(services.titles, commandIds.newMapping, extract);
  if (only === undefined)
    throw new UserError(say`No mapping for ${named(fileName(extract))} yet. Create one?`, { action: newMapping });
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
  /** Those that are open over it or name it, otherwise those in its folder. */
  readonly meant: readonly Uri[];
  readonly all: readonly Uri[];
  /** Whether they are open over it or name it. */
  readonly isNamed: boolean;
}

/**
 * Refuses a text without columns, because menus offer extracts by file extension.
 * @throws {UserError} for a text whose first line is one cell; other problems are reported when it is read
 */
export async function refuseOther({ conversions }: Pick<SearchServices, 'conversions'>, file: Uri): Promise<void> {
  const header = await conversions.ask('header', { bytes: await extractPlace(file) });
  if (header === undefined || header.columns.length + (header.unnamed?.length ?? 0) > 1) return;
  throw new UserError(
    say`${named(fileName(file))} is not an extract: its first line has only one column. Choose a file with a column for each attribute.`,
  );
}

/** The mappings for an extract; a new, unsaved one is found while it is open. */
export async function mappingsFor({ mappings }: MappingServices, extract: Uri): Promise<MappingsForExtract> {
  const beside = await mappingsBeside(extract);
  const searched = await workspace.findFiles('**/*.scimmap', '**/node_modules/**', MAX_FILES);
  const all = distinct([...beside, ...searched]);
  const naming: Uri[] = [];
  for (const mapping of all) {
    const extracts = await extractsOf(mapping, await storedMapping(mapping));
    if (extracts.some((uri) => uri.toString() === extract.toString())) naming.push(mapping);
  }
  const meant = distinct([...(await mappings.meantFor(extract)), ...naming]);
  return meant.length > 0 ? { meant, all, isNamed: true } : { meant: beside, all, isNamed: false };
}

/** The text of a mapping, including unsaved changes. It is not opened for this, because then its problems would be shown. */
export async function storedMapping(uri: Uri): Promise<string> {
  const open = openDocument(uri);
  return open === undefined ? new TextDecoder().decode(await workspace.fs.readFile(uri)) : open.getText();
}

function distinct(files: readonly Uri[]): readonly Uri[] {
  return [...new Map(files.map((uri) => [uri.toString(), uri])).values()];
}

/** In the extract's folder, which may be outside the workspace or in a file system that cannot be searched. */
async function mappingsBeside(extract: Uri): Promise<readonly Uri[]> {
  if (extract.scheme === 'untitled') return [];
  const folder = folderOf(extract);
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    // A folder that cannot be listed has no readable mapping
    () => [],
  );
  const isFile = (type: FileType) => (type & FileType.File) !== 0;
  return entries
    .filter(([name, type]) => isFile(type) && name.endsWith('.scimmap'))
    .map(([name]) => Uri.joinPath(folder, name))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, MAX_FILES);
}
