import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BaselineHead } from '../../core/baseline/baselineHead';
import { BASELINE_FORMAT, readBaselineHead, REMEMBERED_PLANS } from '../../core/baseline/baselineHead';
import { personWords, PersonWord, RECORD_WORDS } from '../../core/baseline/digestRows';
import { IdIndex } from '../../core/baseline/idIndex';
import type { PlanFile } from '../../core/journal/planFile';
import { isJsonObject, member, readJson } from '../../core/json/jsonValue';
import { FileError, unreadable, unwritable } from '../../files/fileError';
import type { FileLayer } from '../../files/fileLayer';
import { systemFiles } from '../../files/fileLayer';
import { bodiesHash } from './bodiesHash';
import { keyCheck } from './keyCheck';
import { RowFileWriter } from './rowFile';
import { openToRead, readRows } from './rowReader';

/** What was accepted of a plan. */
export interface AcceptedPlan {
  /** The baseline of its job. */
  readonly path: string;
  /** The key of all keyed hashes. */
  readonly key: Uint8Array;
  readonly plan: PlanFile;
  /** Where the digests of its operations are. */
  readonly digests: string;
  /** Whether the request of a record was accepted, in this session or in an earlier one. */
  readonly isAccepted: (record: number) => boolean;
  /** Whether all requests were. */
  readonly isWhole: boolean;
  /** ISO 8601: when the newest of it was accepted. */
  readonly at: string;
}

/**
 * Takes what was accepted of a plan into the baseline of its job: people who are not among them stay as they were. The file is
 * replaced whole or not at all, and a piece of it at a time is in memory. Rejects with `FileError`; a baseline that is damaged is
 * replaced only by a plan of everybody.
 */
export async function mergeBaseline(accepted: AcceptedPlan, files: FileLayer = systemFiles): Promise<void> {
  const { path, digests } = accepted;
  const fresh = await openFile(digests);
  if (fresh === undefined) throw damaged(digests);
  const old = await openFile(path);
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.unfinished`;
  try {
    await new Merge(accepted, fresh, old).write(files, unfinished);
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

/** One row of the digests for each person: of several the last that was accepted. */
class Merge {
  readonly #accepted: AcceptedPlan;
  readonly #fresh: FileHandle;
  readonly #old: FileHandle | undefined;
  #attributes: readonly string[] = [];
  #people = new IdIndex(0);
  /** The hashes of their ids, two words each, by their place among those accepted. */
  #ids = new Uint32Array(0);
  /** The row of the digests that is theirs. */
  #rows = new Uint32Array(0);
  #count = 0;

  constructor(accepted: AcceptedPlan, fresh: FileHandle, old: FileHandle | undefined) {
    this.#accepted = accepted;
    this.#fresh = fresh;
    this.#old = old;
  }

  async write(files: FileLayer, path: string): Promise<void> {
    await this.#readAccepted();
    const before = this.#old === undefined ? undefined : await this.#readOldHead(this.#old);
    const writer = await RowFileWriter.create(files, path, this.#headBehind(before));
    try {
      if (this.#old !== undefined && before !== undefined) await this.#writeOld(this.#old, before, writer);
      await this.#writeAccepted(writer);
      await writer.finish();
    } finally {
      await writer.close();
    }
  }

  /** Which rows of the digests are taken over. */
  async #readAccepted(): Promise<void> {
    let row = 0;
    await this.#eachDigest((words, at) => {
      if (this.#accepted.isAccepted(words[at] ?? 0)) this.#note(words, at + RECORD_WORDS, row);
      row++;
    });
  }

  #note(words: Uint32Array, at: number, row: number): void {
    const [low, high] = [words[at + PersonWord.id] ?? 0, words[at + PersonWord.id + 1] ?? 0];
    // Nobody can be found again by no id
    if (low === 0 && high === 0) return;
    const known = this.#placeOf(low, high);
    if (known >= 0) {
      this.#rows[known] = row;
      return;
    }
    this.#ids[this.#count * 2] = low;
    this.#ids[this.#count * 2 + 1] = high;
    this.#rows[this.#count] = row;
    this.#people.add(this.#count++, low, high);
  }

  #placeOf(low: number, high: number): number {
    return this.#people.find(low, high, (place) => this.#ids[place * 2] === low && this.#ids[place * 2 + 1] === high);
  }

  async #eachDigest(take: (words: Uint32Array, at: number) => void, flush?: () => Promise<void>): Promise<void> {
    const { digests } = this.#accepted;
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
  }

  async #readOldHead(old: FileHandle): Promise<BaselineHead | undefined> {
    const { path, key } = this.#accepted;
    let head: BaselineHead | undefined;
    const file = await attemptRead(path, () =>
      readRows(
        old,
        ({ head: text }) => {
          const reading = readBaselineHead(text, keyCheck(key));
          if ('unknown' in reading) return 0;
          ({ head } = reading);
          return personWords(head.attributes.length) * 4;
        },
        () => undefined,
      ),
    );
    if (file !== undefined) return head;
    // Nobody knows any more who was sent: only everybody puts that right
    if (!this.#isOfEverybody) throw damaged(path);
    return undefined;
  }

  get #isOfEverybody(): boolean {
    const { plan, isWhole } = this.#accepted;
    return isWhole && plan.selection.kind === 'all' && plan.source.kind === 'extract';
  }

  #headBehind(before: BaselineHead | undefined): BaselineHead {
    const { plan, at, key, isWhole } = this.#accepted;
    const { source, counts } = plan;
    const isExtract = source.kind === 'extract';
    const mapping = this.#isOfEverybody || before === undefined ? plan.mapping?.sha256 : before.mapping;
    const wholeAt = this.#isOfEverybody ? at : before?.wholeAt;
    const bodies = bodiesHash(plan.batches);
    const plans = (before?.plans ?? []).filter((known) => known.bodies !== bodies);
    const { name, sha256, size, modifiedAt } = source;
    const own = { name, sha256, size, ...(modifiedAt === undefined ? {} : { modifiedAt }) };
    return {
      format: BASELINE_FORMAT,
      key: keyCheck(key),
      attributes: this.#attributes,
      ...(mapping === undefined ? {} : { mapping }),
      converter: plan.converter,
      source: isExtract ? own : (before?.source ?? own),
      records: isExtract ? counts.records : (before?.records ?? 0),
      takenAt: at,
      ...(wholeAt === undefined ? {} : { wholeAt }),
      plans: (isWhole ? [...plans, { at, bodies }] : plans).slice(-REMEMBERED_PLANS),
    };
  }

  async #writeOld(old: FileHandle, before: BaselineHead, writer: RowFileWriter): Promise<void> {
    const width = personWords(before.attributes.length);
    const columns = projection(before.attributes, this.#attributes);
    const file = await attemptRead(this.#accepted.path, () =>
      readRows(
        old,
        () => width * 4,
        async (words) => {
          const kept: number[] = [];
          for (let at = 0; at < words.length; at += width)
            if (this.#placeOf(words[at + PersonWord.id] ?? 0, words[at + PersonWord.id + 1] ?? 0) < 0) kept.push(at);
          const rows = new Uint32Array(kept.length * columns.length);
          for (const [index, at] of kept.entries())
            for (const [to, from] of columns.entries())
              rows[index * columns.length + to] = from < 0 ? 0 : (words[at + from] ?? 0);
          await writer.write(rows);
        },
      ),
    );
    if (file === undefined) throw damaged(this.#accepted.path);
  }

  async #writeAccepted(writer: RowFileWriter): Promise<void> {
    const width = personWords(this.#attributes.length);
    let row = 0;
    let rows: Uint32Array[] = [];
    await this.#eachDigest(
      (words, at) => {
        const person = at + RECORD_WORDS;
        const place = this.#placeOf(words[person + PersonWord.id] ?? 0, words[person + PersonWord.id + 1] ?? 0);
        if (place >= 0 && this.#rows[place] === row) rows.push(words.subarray(person, person + width));
        row++;
      },
      async () => {
        const all = new Uint32Array(rows.length * width);
        for (const [index, words] of rows.entries()) all.set(words, index * width);
        rows = [];
        await writer.write(all);
      },
    );
  }
}

/** Where each word of a person comes from; below 0 for what was not known before. */
function projection(before: readonly string[], now: readonly string[]): readonly number[] {
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
    `${path} is damaged, so what this job was last sent is no longer known. Send everybody once to have it written again.`,
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

async function attempt(path: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw unwritable(path, error);
  }
}
