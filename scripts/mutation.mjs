// Tests the tests: npm run mutation [-- PART...] changes the code in small ways and counts how many changes a test notices.
// Without a part it runs those that people's accounts depend on; "expressions" is the language, which takes half an hour.
// A run begins where the last one ended (out/mutation); ENTRA_INBOUND_MUTATION_AFRESH=1 starts over.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutationParts } from './mutationParts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'out', 'mutation');
const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(mutationParts).filter((name) => name !== 'expressions');
const unknown = names.find((name) => !(name in mutationParts));
if (unknown !== undefined) {
  console.error(`Unknown part "${unknown}". Available: ${Object.keys(mutationParts).join(', ')}.`);
  process.exit(2);
}

/** How the changes of a part ended, and those that nobody noticed, by place. */
function readReport(name) {
  const file = join(folder, `${name}.json`);
  if (!existsSync(file)) return undefined;
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  const mutants = Object.entries(files).flatMap(([path, { mutants, source }]) =>
    mutants.map((mutant) => ({ ...mutant, path, original: textAt(source, mutant.location) })),
  );
  const of = (...states) => mutants.filter(({ status }) => states.includes(status));
  const noticed = of('Killed').length;
  const timedOut = of('Timeout').length;
  const missed = of('Survived', 'NoCoverage');
  const all = noticed + timedOut + missed.length;
  return { noticed, timedOut, missed, all, score: all === 0 ? 100 : ((noticed + timedOut) * 100) / all };
}

function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join(' ').replace(/\s+/g, ' ').slice(0, 80);
}

mkdirSync(folder, { recursive: true });
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const results = names.map((name) => {
  if (process.env.ENTRA_INBOUND_MUTATION_AFRESH === '1')
    rmSync(join(folder, `${name}.incremental.json`), { force: true });
  rmSync(join(folder, `${name}.json`), { force: true });
  const env = { ...process.env, ENTRA_INBOUND_MUTATION: name };
  const { status } = spawnSync(process.execPath, [stryker, 'run'], { cwd: root, env, stdio: 'inherit' });
  return { name, status, part: mutationParts[name], report: readReport(name) };
});

console.log(`\nVersion ${version}, seed 1, Node ${process.version}`);
for (const { name, part, report } of results) {
  if (report === undefined) {
    console.log(`${name}: no result`);
    continue;
  }
  const { noticed, timedOut, missed, all, score } = report;
  console.log(
    `${name} (${part.title}): ${score.toFixed(2)} % of ${all} changes (least ${part.least} %): ${noticed} by a failure, ${timedOut} by taking too long, ${missed.length} missed`,
  );
  for (const { path, location, mutatorName, original, replacement = '', status } of missed)
    console.log(
      `  ${path}:${location.start.line}:${location.start.column} ${mutatorName} ${status}: ${original} → ${replacement.replace(/\s+/g, ' ').slice(0, 80)}`,
    );
}
const isBelow = results.some(
  ({ status, part, report }) => status !== 0 || report === undefined || report.score < part.least,
);
process.exitCode = isBelow ? 1 : 0;
