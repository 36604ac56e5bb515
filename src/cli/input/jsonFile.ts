import { Buffer } from 'node:buffer';
import { tooLongText } from '../../core/json/jsonLimits';
import type { DecodedJson } from '../../extract/encoding/decodeJson';
import { decodeJson } from '../../extract/encoding/decodeJson';
import { documentLimits } from '../../files/documentLimits';
import { FileError } from '../../files/fileError';
import { readBeginning, readWhole } from '../../files/readWhole';

/** Whether a file is JSON, judged by its name or its first character. Throws {@link FileError} if it cannot be read. */
export async function isJsonFile(path: string): Promise<boolean> {
  if (/\.json$/i.test(path)) return true;
  // Reads only the beginning, because the file may be an extract of any size
  const start = Buffer.from(await readBeginning(path, 1024)).toString('latin1');
  return /^(?:\u00EF\u00BB\u00BF)?[ \t\r\n]*[{[]/.test(start);
}

/**
 * The text of a file that should be JSON. Throws {@link FileError} if it cannot be read; a file that is too large is
 * reported as a problem of its text.
 */
export async function readJsonFile(path: string): Promise<DecodedJson> {
  try {
    return decodeJson(await readWhole(path, documentLimits.json));
  } catch (error) {
    if (!(error instanceof FileError) || error.trouble !== 'too-large') throw error;
    return { text: '', problems: [tooLongText(error.size ?? documentLimits.json)] };
  }
}
