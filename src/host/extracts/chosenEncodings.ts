import type { Memento, Uri } from 'vscode';
import { isEncoding } from '../../extract/encoding/textDecoding';
import { standardEncoding } from './editorEncoding';
import { openDocument } from './extractFile';

const KEY = 'entraInbound.encodings';

/** Number of extracts whose encoding is remembered; the oldest choice is dropped first. */
const MAX_EXTRACTS = 100;

/** The encodings that the user has chosen for extracts that are not UTF-8, by their addresses, in this workspace. */
export class ChosenEncodings {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** The chosen encoding; otherwise the one in which an editor has the file open, if that is not Unicode. */
  of(extract: Uri): string | undefined {
    const known = openDocument(extract);
    const chosen = this.#all.find(([address]) => address === extract.toString())?.[1];
    const encoding = chosen ?? (known === undefined ? undefined : standardEncoding(known.encoding));
    return encoding !== undefined && isEncoding(encoding) ? encoding : undefined;
  }

  async choose(extract: Uri, encoding: string): Promise<void> {
    const address = extract.toString();
    const others = this.#all.filter(([other]) => other !== address);
    await this.#memory.update(KEY, [[address, encoding], ...others].slice(0, MAX_EXTRACTS));
  }

  get #all(): readonly (readonly [address: string, encoding: string])[] {
    return this.#memory.get(KEY, []);
  }
}
