import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BaselineHead } from '../../core/baseline/baselineHead';
import { BASELINE_FORMAT, readBaselineHead } from '../../core/baseline/baselineHead';
import type { Doubt } from '../../core/baseline/baselineRow';
import { markRow, rowWords, sentAtOf } from '../../core/baseline/baselineRow';
import { personWords, PersonWord, RECORD_WORDS } from '../../core/baseline/digestRows';
import { IdIndex } from '../../core/baseline/idIndex';
import { isJsonObject, member, readJson } from '../../core/json/jsonValue';
import { FileError, unkept, unreadable } from '../../files/fileError';
import type { FileLayer } from '../../files/fileLayer';
import { systemFiles } from '../../files/fileLayer';
import type { SentPlan } from './headAfter';
import { headAfter, isOfEverybody } from './headAfter';
import { keyCheck } from './keyCheck';
import { RowFileWriter } from './rowFile';
import { openToRead, readRows } from './rowReader';

/**
 * Merges what is known of a sent plan into the baseline of its job. People who are not in the plan, and those whom a
 * newer run sent, stay unchanged. Idempotent. The file is replaced atomically and processed in pieces. Rejects with
 * `FileError`; only a plan of everybody replaces a damaged baseline.
 */
export async function mergeBaseline(sent: SentPlan, files: FileLayer = systemFiles): Promise<void> {
  const { path, digests } = sent;
  const fresh = await openFile(digests);
  if (fresh === undefined) throw damaged(digests);
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.unfinished`;
  let old: FileHandle | undefined;
  try {
    old = await openFile(path);
    if (!(await new Merge(sent, fresh, old).write(files, unfinished))) return;
    await attempt(path, async () => {
      await files.rename(unfinished, path);
      await files.syncFolder(dirname(path));
    });
  } finally {
    await fresh.close();
    await old?.close();
    await files.remove(unfinished).catch(() => undefined);
  }
}

/** Marks a person without a row in the digests. */
const NO_ROW = 0xffffffff;

/** One row of the digests per person: the last that was sent. */
class Merge {
  readonly #sent: SentPlan;
  readonly #fresh: FileHandle;
  readonly #old: FileHandle | undefined;
  /** The attributes of the digests. */
  #attributes: readonly string[] = [];
  #people = new IdIndex(0);
  /** The hashes of people's ids, two words each, in the order of sending. */
  #ids = new Uint32Array(0);
  /** Their rows of the digests, and why each may differ from what the job holds. */
  #rows = new Uint32Array(0);
  #doubts = new Uint8Array(0);
  #count = 0;

  constructor(sent: SentPlan, fresh: FileHandle, old: FileHandle | undefined) {
    this.#sent = sent;
    this.#fresh = fresh;
    this.#old = old;
  }

  /** Returns whether there was anything to write. */
  async write(files: FileLayer, path: string): Promise<boolean> {
    await this.#readSent();
    const before = this.#old === undefined ? undefined : await this.#readOldHead(this.#old);
    const head = headAfter(before, this.#sent, this.#attributes);
    if (head === undefined) return false;
    const writer = await RowFileWriter.create(files, path, head, (error) => notKept(path, error));
    try {
      if (this.#old !== undefined && before !== undefined) await this.#writeOld(this.#old, before, head, writer);
      await this.#writeSent(head, writer);
      await writer.finish();
    } finally {
      await writer.close();
    }
    return true;
  }

  /** Collects the rows of the digests to merge. */
  async #readSent(): Promise<void> {
    let row = 0;
    await this.#eachDigest((words, at) => {
      const doubt = this.#sent.known(words[at] ?? 0);
      if (doubt !== undefined) this.#note(words, at + RECORD_WORDS, row, doubt);
      row++;
    });
  }

  #note(words: Uint32Array, at: number, row: number, doubt: Doubt): void {
    const [low, high] = [words[at + PersonWord.id] ?? 0, words[at + PersonWord.id + 1] ?? 0];
    // Without an id, a person cannot be matched
    if (low === 0 && high === 0) return;
    const known = this.#placeOf(low, high);
    if (known >= 0) {
      this.#rows[known] = row;
      this.#doubts[known] = doubt;
      return;
    }
    this.#ids[this.#count * 2] = low;
    this.#ids[this.#count * 2 + 1] = high;
    this.#rows[this.#count] = row;
    this.#doubts[this.#count] = doubt;
    this.#people.add(this.#count++, low, high);
  }

  #placeOf(low: number, high: number): number {
    return this.#people.find(low, high, (place) => this.#ids[place * 2] === low && this.#ids[place * 2 + 1] === high);
  }

  async #eachDigest(take: (words: Uint32Array, at: number) => void, flush?: () => Promise<void>): Promise<void> {
    const { digests } = this.#sent;
    let width = 0;
    const isFirst = this.#attributes.length === 0 && this.#rows.length === 0;
    const file = await attemptRead(digests, () =>
      readRows(
        this.#fresh,
        ({ head, length }) => {
          this.#attributes = attributesOf(head) ?? [];
          width = RECORD_WORDS + personWords(this.#attributes.length);
          if (isFirst) this.#reserve(Math.floor(length / width / 4));
          return attributesOf(head) === undefined ? 0 : width * 4;
        },
        async (words) => {
          for (let at = 0; at < words.length; at += width) take(words, at);
          await flush?.();
        },
      ),
    );
    if (file === undefined) throw damaged(digests);
  }

  #reserve(rows: number): void {
    this.#people = new IdIndex(rows);
    this.#ids = new Uint32Array(rows * 2);
    this.#rows = new Uint32Array(rows);
    this.#doubts = new Uint8Array(rows);
  }

  async #readOldHead(old: FileHandle): Promise<BaselineHead | undefined> {
    const { path, key } = this.#sent;
    let head: BaselineHead | undefined;
    const file = await attemptRead(path, () =>
      readRows(
        old,
        ({ head: text }) => {
          const reading = readBaselineHead(text, keyCheck(key));
          if ('unknown' in reading) return 0;
          ({ head } = reading);
          return rowWords(head) * 4;
        },
        () => undefined,
      ),
    );
    if (file !== undefined) return head;
    // It is no longer known who was sent; only a plan of everybody repairs that
    if (!isOfEverybody(this.#sent)) throw damaged(path);
    return undefined;
  }

  async #writeOld(
    old: FileHandle,
    before: BaselineHead,
    { attributes }: BaselineHead,
    writer: RowFileWriter,
  ): Promise<void> {
    const width = rowWords(before);
    const columns = projection(before.attributes, attributes);
    if (before.format !== 1)
      for (let own = personWords(before.attributes.length); own < width; own++) columns.push(own);
    const size = rowWords({ format: BASELINE_FORMAT, attributes });
    const file = await attemptRead(this.#sent.path, () =>
      readRows(
        old,
        () => width * 4,
        async (words) => {
          const kept: number[] = [];
          for (let at = 0; at < words.length; at += width)
            if (this.#keeps(words.subarray(at, at + width), before)) kept.push(at);
          const rows = new Uint32Array(kept.length * size);
          for (const [index, at] of kept.entries())
            for (const [to, from] of columns.entries())
              rows[index * size + to] = from < 0 ? 0 : (words[at + from] ?? 0);
          await writer.write(rows);
        },
      ),
    );
    if (file === undefined) throw damaged(this.#sent.path);
  }

  /** Whether a person's old row stays, because this run has not sent them or a newer one has. */
  #keeps(row: Uint32Array, { format, attributes }: BaselineHead): boolean {
    const place = this.#placeOf(row[PersonWord.id] ?? 0, row[PersonWord.id + 1] ?? 0);
    if (place < 0) return true;
    const isNewer = format !== 1 && sentAtOf(row, attributes.length) > this.#sent.run.startedAt;
    if (isNewer) this.#rows[place] = NO_ROW;
    return isNewer;
  }

  async #writeSent({ attributes }: BaselineHead, writer: RowFileWriter): Promise<void> {
    const columns = projection(this.#attributes, attributes);
    const size = rowWords({ format: BASELINE_FORMAT, attributes });
    let row = 0;
    let rows: Uint32Array[] = [];
    await this.#eachDigest(
      (words, at) => {
        const person = at + RECORD_WORDS;
        const place = this.#placeOf(words[person + PersonWord.id] ?? 0, words[person + PersonWord.id + 1] ?? 0);
        if (place >= 0 && this.#rows[place] === row)
          rows.push(this.#rowOf(words.subarray(person), columns, size, place));
        row++;
      },
      async () => {
        const all = new Uint32Array(rows.length * size);
        for (const [index, words] of rows.entries()) all.set(words, index * size);
        rows = [];
        await writer.write(all);
      },
    );
  }

  #rowOf(person: Uint32Array, columns: readonly number[], size: number, place: number): Uint32Array {
    const made = new Uint32Array(size);
    for (const [to, from] of columns.entries()) made[to] = from < 0 ? 0 : (person[from] ?? 0);
    markRow(made, columns.length - PersonWord.attributes - 1, this.#sent.run.startedAt, this.#doubts[place] ?? 0);
    return made;
  }
}

/** The source of each word of a person's row; negative for an attribute that is new. */
function projection(before: readonly string[], now: readonly string[]): number[] {
  const places = new Map(before.map((path, index) => [path, PersonWord.attributes + index]));
  const isSame = before.length === now.length && before.every((path, index) => path === now[index]);
  return [
    ...Array.from({ length: PersonWord.attributes }, (_, index) => index),
    ...now.map((path) => places.get(path) ?? -1),
    isSame ? PersonWord.attributes + before.length : -1,
  ];
}

function attributesOf(head: string): readonly string[] | undefined {
  const json = readJson(head);
  const value = 'value' in json && isJsonObject(json.value) ? member(json.value, 'attributes') : undefined;
  return Array.isArray(value) ? value.map(String) : undefined;
}

function damaged(path: string): FileError {
  return new FileError(
    'unreadable',
    `${path} is damaged, so it is no longer known what this job was last sent. Send everybody once to write it again.`,
  );
}

async function openFile(path: string): Promise<FileHandle | undefined> {
  return attemptRead(path, () => openToRead(path));
}

async function attemptRead<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof FileError ? error : unreadable(path, error);
  }
}

function notKept(path: string, error: unknown): FileError {
  return unkept('What this job was last sent', dirname(path), error);
}

async function attempt(path: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw notKept(path, error);
  }
}
