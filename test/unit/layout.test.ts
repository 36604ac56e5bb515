import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const MAX_FILES = 20;
/** Tables with a file for each entry may be wider; `registerCommands.ts` is the table of the commands. */
const TABLES = ['table.ts', 'registerCommands.ts'];

interface Folder {
  readonly path: string;
  readonly files: readonly string[];
}

function foldersIn(path: string): readonly Folder[] {
  const entries = readdirSync(path, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const inner = entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => foldersIn(join(path, name)));
  return [{ path: relative(source, path), files }, ...inner];
}

describe('the folders of the sources', () => {
  const folders = foldersIn(source);

  it('are found', () => {
    expect(folders.map(({ path }) => path)).toContain(join('core', 'mapping', 'syntax'));
  });

  it('have a subject each: no more than 20 files at their root, tables aside', () => {
    const wide = folders
      .filter(({ files }) => !TABLES.some((table) => files.includes(table)))
      .filter(({ files }) => files.length > MAX_FILES)
      .map(({ path, files }) => `${path}: ${files.length}`);
    expect(wide).toEqual([]);
  });
});
