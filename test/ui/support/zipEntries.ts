import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** The files in a zip archive, by their names. Enough for a VSIX: no encryption, no archive over 4 GiB. */
export function zipEntries(path: string): ReadonlyMap<string, Buffer> {
  const archive = readFileSync(path);
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const entries = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as Lengths;
    entries.set(archive.toString('utf8', at + 46, at + 46 + name), contentOf(archive, at));
    at += 46 + name + extra + comment;
  }
  return entries;
}

type Lengths = [name: number, extra: number, comment: number];

/** @param at of its record in the central directory */
function contentOf(archive: Buffer, at: number): Buffer {
  const header = archive.readUInt32LE(at + 42);
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const content = archive.subarray(start, start + archive.readUInt32LE(at + 20));
  return archive.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content);
}
