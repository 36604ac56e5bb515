import { FileType, RelativePattern, Uri, window, workspace } from 'vscode';
import { loadMapping } from '../../core/mapping/loadMapping';
import { fileName, mappingText } from './extractFile';
import { isInsideWorkspace } from '../documents/insideWorkspace';
import { choose } from '../messages/questions';
import { named, say } from '../messages/say';
import { UserError } from '../messages/userError';

const MOST = 200;

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
 * The mapping for an extract: the one whose `files` setting names it, else the one in its folder. With several the user
 * is asked.
 * @throws {CancellationError} when the user chooses none
 */
export async function findMapping(extract: Uri): Promise<Uri> {
  const { meant, all } = await mappingsFor(extract);
  const candidates = meant.length > 0 ? meant : all;
  const [only, ...others] = candidates;
  if (only === undefined) {
    throw new UserError(
      say`There is no mapping for ${named(fileName(extract))}. Put a file that ends in .scimmap beside it; its snippets begin with "mapping".`,
      {
        action: {
          title: 'New Mapping',
          run: async () => window.showTextDocument(await workspace.openTextDocument({ language: 'scimmap' })),
        },
      },
    );
  }
  if (others.length === 0) return only;
  const items = candidates.map((uri) => ({
    label: fileName(uri),
    description: workspace.asRelativePath(folderOf(uri)),
    uri,
  }));
  const question = { title: `Mapping for ${fileName(extract)}`, placeHolder: 'Choose a mapping' };
  return (await choose(items, question)).uri;
}

/** The mappings that are meant for an extract, being those that name it, else those in its folder; and all there are. */
export async function mappingsFor(
  extract: Uri,
): Promise<{ readonly meant: readonly Uri[]; readonly all: readonly Uri[] }> {
  const beside = await mappingsBeside(extract);
  const searched = await workspace.findFiles('**/*.scimmap', '**/node_modules/**', MOST);
  const known = new Set(beside.map(String));
  const all = [...beside, ...searched.filter((mapping) => !known.has(mapping.toString()))];
  const naming: Uri[] = [];
  for (const mapping of all) {
    const extracts = await extractsOf(mapping, await mappingText(mapping));
    if (extracts.some((uri) => uri.toString() === extract.toString())) naming.push(mapping);
  }
  return { meant: naming.length > 0 ? naming : beside, all };
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
