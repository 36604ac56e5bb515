import { open, readFile } from 'node:fs/promises';
import type { DecodedJson } from '../../extract/encoding/decodeJson';
import { decodeJson } from '../../extract/encoding/decodeJson';
import { UsageError } from '../command';

/** Whether a file is JSON, by its name or by the character that it begins with. Throws {@link UsageError} when it cannot be read. */
export async function isJsonFile(path: string): Promise<boolean> {
  return /\.json$/i.test(path) || /^(?:\u00EF\u00BB\u00BF)?[ \t\r\n]*[{[]/.test(await readStart(path));
}

/** The text of a file, which should be JSON. Throws {@link UsageError} when it cannot be read. */
export async function readJsonFile(path: string): Promise<DecodedJson> {
  return decodeJson(await reading(path, () => readFile(path)));
}

/** The first bytes of a file, which may be an extract of any size, as characters. */
async function readStart(path: string): Promise<string> {
  return reading(path, async () => {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await file.close();
    }
  });
}

async function reading<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read: ${reason}.`, { cause: error });
  }
}
