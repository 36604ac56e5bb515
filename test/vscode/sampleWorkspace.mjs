import { cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

export const sampleWorkspace = join(projectRoot, 'samples', 'contoso');

/**
 * A copy of a workspace that tests may write to.
 *
 * @param {string} parent where to put it
 * @param {string} [original]
 * @returns {string} the copy: a folder with the original's name
 */
export function copyWorkspace(parent, original = sampleWorkspace) {
  if (!existsSync(original)) throw new Error(`There is no workspace ${original}.`);
  const folder = join(parent, 'workspace', basename(original));
  cpSync(original, folder, { recursive: true });
  return folder;
}
