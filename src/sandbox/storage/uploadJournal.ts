import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { JobFlavour } from '../../core/provisioning/job/compiledJob';
import type { JsonObject } from '../../core/json/jsonValue';
import type { FileLayer, WrittenFile } from '../../files/fileLayer';
import { notRead, notWritten, SavedTenantError } from './savedTenantError';

/** An upload that was accepted. */
export interface KeptUpload {
  readonly flavour: JobFlavour;
  /** When it was staged, in milliseconds since 1970. */
  readonly at: number;
  readonly resources: readonly JsonObject[];
}

/** Stores uploads on disk until the tenant is saved with their results. */
export interface UploadJournal {
  /** Resolves once the upload is on the disk. Rejects with `SavedTenantError` if it is not. */
  append(upload: KeptUpload): Promise<void>;
  /** Starts a new file and returns its number. Earlier uploads are in files with lower numbers. */
  rotate(): number;
  /** Number of uploads on disk in files from this number on. */
  countFrom(number: number): number;
  /** Removes files with lower numbers. Files that cannot be removed are skipped when reading. */
  removeBefore(number: number): Promise<void>;
  /** Closes the journal; its files stay. */
  close(): Promise<void>;
}

/** One file of a journal, opened at its first upload. */
interface Segment {
  readonly number: number;
  count: number;
  isBroken: boolean;
  file: WrittenFile | undefined;
  /** Resolves when everything appended is written or has failed. */
  work: Promise<void>;
}

const NAME = /^sandbox-tenant\.uploads-(\d{1,15})$/;

function pathOf(folder: string, number: number): string {
  return join(folder, `sandbox-tenant.uploads-${number}`);
}

/** The numbers of the journals in a folder, ascending. */
export async function listJournals(folder: string, files: FileLayer): Promise<readonly number[]> {
  const names = await files.list(folder).catch((error: unknown) => {
    throw notRead(folder, error);
  });
  return names.flatMap((name) => Number(NAME.exec(name)?.[1] ?? [])).sort((a, b) => a - b);
}

/**
 * Reads the uploads of one journal. Its last line may be incomplete, because that upload was never acknowledged. Throws
 * {@link SavedTenantError} for any other damage.
 */
export async function readJournal(folder: string, number: number, files: FileLayer): Promise<readonly KeptUpload[]> {
  const path = pathOf(folder, number);
  const text = await files.read(path).catch((error: unknown) => {
    throw notRead(path, error);
  });
  const lines = (text ?? '').split('\n').filter((line) => line !== '');
  const uploads: KeptUpload[] = [];
  for (const [index, line] of lines.entries()) {
    const json = line.slice(65);
    if (line.slice(0, 65) === `${sumOf(json)} `) uploads.push(JSON.parse(json) as KeptUpload);
    else if (index < lines.length - 1)
      throw new SavedTenantError(
        `${path} is damaged or was changed by hand (line ${index + 1}). It was left unchanged. Move it away to start without its uploads.`,
      );
  }
  return uploads;
}

/** A journal that continues after the existing files of a folder. */
export function createUploadJournal(folder: string, present: readonly number[], files: FileLayer): UploadJournal {
  const begin = (number: number): Segment => ({
    number,
    count: 0,
    isBroken: false,
    file: undefined,
    work: Promise.resolve(),
  });
  let current = begin((present.at(-1) ?? 0) + 1);
  let older: readonly Segment[] = present.map(begin);
  const rotate = (): number => {
    older = [...older, current];
    current = begin(current.number + 1);
    return current.number;
  };
  return {
    rotate,
    append(upload) {
      // After a failure the file may end with a partial line
      if (current.isBroken) rotate();
      const segment = current;
      const json = JSON.stringify(upload);
      const line = `${sumOf(json)} ${json}\n`;
      const written = segment.work.then(() => write(folder, segment, line, files));
      segment.work = written.catch(() => undefined);
      return written;
    },
    countFrom: (number) =>
      [...older, current].filter((each) => each.number >= number).reduce((sum, { count }) => sum + count, 0),
    async removeBefore(number) {
      const over = older.filter((segment) => segment.number < number);
      older = older.filter((segment) => segment.number >= number);
      for (const segment of over) {
        await segment.work;
        await segment.file?.close().catch(() => undefined);
        await files.remove(pathOf(folder, segment.number)).catch(() => undefined);
      }
    },
    async close() {
      for (const segment of [...older, current]) {
        await segment.work;
        await segment.file?.close().catch(() => undefined);
      }
    },
  };
}

async function write(folder: string, segment: Segment, line: string, files: FileLayer): Promise<void> {
  const path = pathOf(folder, segment.number);
  try {
    if (segment.isBroken) throw new SavedTenantError(`${path} cannot be written: an earlier upload failed.`);
    const isNew = segment.file === undefined;
    segment.file ??= await files.create(path);
    await segment.file.write(line);
    await segment.file.sync();
    if (isNew) await files.syncFolder(folder);
    segment.count++;
  } catch (error) {
    segment.isBroken = true;
    throw error instanceof SavedTenantError ? error : notWritten(path, error);
  }
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
