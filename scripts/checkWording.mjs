// Fails where a file of the project uses a word that the house does not use (scripts/wordList.mjs, docs/style.md)
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundleModule.mjs';
import { wordingProblems } from './wording.mjs';
import { LIST } from './wordList.mjs';

const READ = /(?<!\.generated)\.(ts|mts|mjs|md)$|^package\.json$/;

/** Paths, or beginnings of paths. Default: everything. */
const asked = process.argv.slice(2);
const beginnings = asked.length > 0 ? asked : [''];

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
const files = tracked.filter(
  (file) => READ.test(file) && file !== LIST && beginnings.some((beginning) => file.startsWith(beginning)),
);
let count = 0;
for (const file of files)
  for (const { line, found, write, why } of wordingProblems(file, readFileSync(join(root, file), 'utf8'))) {
    console.log(`${file}:${line}: "${found}": write ${JSON.stringify(write)} (${why})`);
    count += 1;
  }
if (count > 0) process.exitCode = 1;
