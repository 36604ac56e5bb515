import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';

/** Characters that are gathered before they are written. */
const GATHERED = 64 * 1024;

/** A file with one JSON array, an element a line, written as the elements come; no file when none comes. */
export class JsonListFile {
  readonly #path: string;
  #file: FileHandle | undefined;
  #text = '';

  constructor(path: string) {
    this.#path = path;
  }

  async add(element: object): Promise<void> {
    this.#text += `${this.#file === undefined ? '[' : ','}\n${JSON.stringify(element)}`;
    this.#file ??= await open(this.#path, 'w');
    if (this.#text.length > GATHERED) await this.#write();
  }

  /** Ends the array. The file counts only after this. */
  async finish(): Promise<void> {
    if (this.#file === undefined) return;
    this.#text += '\n]\n';
    await this.#write();
    await this.close();
  }

  /** Lets go of the file, finished or not. */
  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }

  async #write(): Promise<void> {
    await this.#file?.writeFile(this.#text);
    this.#text = '';
  }
}
