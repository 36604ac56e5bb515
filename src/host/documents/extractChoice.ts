import type { Memento, TextDocument } from 'vscode';
import { Uri, workspace } from 'vscode';
import { fileName } from '../extracts/extractFile';

const KEY = 'entraInbound.extractOfMapping';

/**
 * Which extract a mapping is looked at with: the user's pick, kept for the workspace; else, of those that it names, the one that is called
 * like it, or the newest.
 */
export class ExtractChoice {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  async of(mapping: TextDocument): Promise<Uri | undefined> {
    const picked = this.#picks()[mapping.uri.toString()];
    if (picked !== undefined) return Uri.parse(picked, true);
    const { extractsOf } = await import('../extracts/findMapping');
    const named = await extractsOf(mapping.uri, mapping.getText());
    const namesake = named.find((uri) => stem(uri) === stem(mapping.uri));
    return namesake ?? (named.length > 1 ? newest(named) : named[0]);
  }

  async pick(mapping: Uri, extract: Uri): Promise<void> {
    await this.#state.update(KEY, { ...this.#picks(), [mapping.toString()]: extract.toString() });
  }

  #picks(): Readonly<Record<string, string>> {
    return this.#state.get<Readonly<Record<string, string>>>(KEY, {});
  }
}

/** The name of a file without its ending. */
function stem(uri: Uri): string {
  return fileName(uri).replace(/\.[^.]*$/, '');
}

async function newest(files: readonly Uri[]): Promise<Uri | undefined> {
  const dated = await Promise.all(files.map(async (uri) => ({ uri, time: (await workspace.fs.stat(uri)).mtime })));
  return dated.sort((a, b) => b.time - a.time)[0]?.uri;
}
