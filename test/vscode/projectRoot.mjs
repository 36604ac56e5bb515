import { fileURLToPath } from 'node:url';

/** The folder of the extension under test. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
