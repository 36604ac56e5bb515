import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';

/** Characters buffered before a write. */
const GATHERED = 64 * 1024;

/** Writes one JSON array to a file, one element per line, as elements arrive. Without elements there is no file. */
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

  /** Ends the array, which makes the file valid. */
  async finish(): Promise<void> {
    if (this.#file === undefined) return;
    this.#text += '\n]\n';
    await this.#write();
    await this.close();
  }

  /** Closes the file, whether finished or not. */
  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }

  async #write(): Promise<void> {
    await this.#file?.writeFile(this.#text);
    this.#text = '';
  }
}
