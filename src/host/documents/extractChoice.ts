import type { Disposable, Memento, TextDocument } from 'vscode';
import { Uri, workspace } from 'vscode';
import { fileName } from '../extracts/extractFile';

const KEY = 'entraInbound.extractOfMapping';

/** Number of picks to keep: the latest. */
const MAX_PICKS = 500;

type Picks = Readonly<Record<string, string>>;

/**
 * The extract that a mapping is checked with: the user's pick; otherwise, among those that the mapping names, the one with its name, or
 * the newest. A pick is stored for the user and not for the workspace, so that it survives a reload, a window without a folder and a
 * folder that is opened in another way.
 */
export class ExtractChoice {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  async of(mapping: TextDocument): Promise<Uri | undefined> {
    const picked = this.#picks()[keyOf(mapping.uri)];
    if (picked !== undefined) return Uri.parse(picked, true);
    const { extractsOf } = await import('../extracts/findMapping');
    const named = await extractsOf(mapping.uri, mapping.getText());
    const namesake = named.find((uri) => stem(uri) === stem(mapping.uri));
    return namesake ?? (named.length > 1 ? newest(named) : named[0]);
  }

  async pick(mapping: Uri, extract: Uri): Promise<void> {
    const key = keyOf(mapping);
    // The latest pick comes last
    const { [key]: _, ...others } = this.#picks();
    await this.#keep([...Object.entries(others), [key, extract.toString()]]);
  }

  /** Follows mappings and extracts whose names change in the editor. */
  follow(): Disposable {
    return workspace.onDidRenameFiles(({ files }) => this.#rename(files));
  }

  async #rename(files: readonly { readonly oldUri: Uri; readonly newUri: Uri }[]): Promise<void> {
    const before = Object.entries(this.#picks());
    const after = before.map(([mapping, extract]): [string, string] => [
      renamed(mapping, files, keyOf),
      renamed(extract, files, String),
    ]);
    if (JSON.stringify(before) !== JSON.stringify(after)) await this.#keep(after);
  }

  #picks(): Picks {
    return this.#state.get<Picks>(KEY, {});
  }

  async #keep(picks: readonly (readonly [mapping: string, extract: string])[]): Promise<void> {
    await this.#state.update(KEY, Object.fromEntries(picks.slice(-MAX_PICKS)));
  }
}

/** A new file that is not saved yet has its future address, in a separate scheme. */
function keyOf(mapping: Uri): string {
  return (
    mapping.scheme === 'untitled' && mapping.path.includes('/') ? mapping.with({ scheme: 'file' }) : mapping
  ).toString();
}

/** The address of a file, or of one in a folder, after a rename. */
function renamed(
  address: string,
  files: readonly { readonly oldUri: Uri; readonly newUri: Uri }[],
  written: (uri: Uri) => string,
): string {
  for (const { oldUri, newUri } of files) {
    const old = written(oldUri);
    if (address === old || address.startsWith(`${old}/`)) return written(newUri) + address.slice(old.length);
  }
  return address;
}

/** The name of a file without its extension. */
function stem(uri: Uri): string {
  return fileName(uri).replace(/\.[^.]*$/, '');
}

async function newest(files: readonly Uri[]): Promise<Uri | undefined> {
  const dated = await Promise.all(files.map(async (uri) => ({ uri, time: (await workspace.fs.stat(uri)).mtime })));
  return dated.sort((a, b) => b.time - a.time)[0]?.uri;
}
