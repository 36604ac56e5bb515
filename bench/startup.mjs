// What waking the extension costs, in a real VS Code, each time in a new extension host:
//   npm run bench -- startup [--starts N] [--extension FOLDER]
// For a JSON that is none of ours, a payload, a mapping and an extract: what is loaded, the time until the extension has
// started, and from then until there is an answer for the file. FOLDER: another copy of the project to measure.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { startBrowser } from '../test/vscode/browser.mjs';
import { ensureChromium } from '../test/vscode/chromium.mjs';
import { createState, remoteUri, startServer, windowUrl } from '../test/vscode/codeServer.mjs';
import { installHost } from '../test/vscode/installHost.mjs';
import { exitOnSignals } from '../test/vscode/ownedProcess.mjs';
import { projectRoot } from '../test/vscode/projectRoot.mjs';
import { copyWorkspace } from '../test/vscode/sampleWorkspace.mjs';

const limitMilliseconds = 60_000;

/** @type {readonly { title: string, file: string, text?: string, isOurs: boolean }[]} `text`: of a file that the samples do not have */
const cases = [
  {
    title: 'a JSON that is none of ours',
    file: 'other.json',
    text: '{ "name": "a recipe", "steps": [] }',
    isOurs: false,
  },
  { title: 'a payload', file: 'payload.json', text: payload(), isOurs: true },
  { title: 'a mapping', file: 'contoso.scimmap', isOurs: true },
  { title: 'an extract', file: 'contoso.csv', isOurs: true },
];

function payload() {
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
  const Operations = Array.from({ length: 20 }, (_, index) => ({
    method: 'POST',
    bulkId: String(index),
    path: '/Users',
    data: { schemas, externalId: String(index), userName: `person${index}@contoso.com`, active: true },
  }));
  return JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], Operations }, null, 2);
}

async function buildProbe() {
  const outfile = join(projectRoot, 'out', 'bench', 'startupProbe.js');
  await build({
    entryPoints: [join(projectRoot, 'bench', 'startup', 'startupProbe.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * What is packaged, in a folder of its own. It is woken by the measurement alone: otherwise the editor's own settings, which
 * are JSON, may wake it before.
 */
function packageOf(project) {
  const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-startup-'));
  for (const part of ['dist', 'media', 'snippets', 'syntaxes'])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  return folder;
}

/** One window of one server: nothing is left of the start before. */
async function startOnce({ host, browser, extension, probe, results }, { file, text, isOurs }) {
  rmSync(results, { force: true });
  const state = createState();
  const workspace = copyWorkspace(state);
  const path = join(workspace, file);
  if (text !== undefined) writeFileSync(path, text);
  const env = { STARTUP_FILE: path, STARTUP_RESULTS: results, STARTUP_IS_OURS: isOurs ? 'yes' : 'no' };
  const server = await startServer(host, state, { env, testDriver: true });
  const page = await browser.newPage();
  try {
    const log = [];
    const finished = new Promise((resolvePromise) => {
      void page.exposeFunction('codeAutomationExit', resolvePromise);
      void page.exposeFunction('codeAutomationLog', (type, args) => log.push(`[${type}] ${(args ?? []).join(' ')}`));
      setTimeout(resolvePromise, limitMilliseconds).unref();
    });
    await page.goto(
      windowUrl(server, workspace, {
        extensionDevelopmentPath: remoteUri(server, extension),
        extensionTestsPath: remoteUri(server, probe),
      }),
    );
    await finished;
    if (!existsSync(results)) throw new Error(`There are no figures.\n${log.slice(-10).join('\n')}`);
    return JSON.parse(readFileSync(results, 'utf8'));
  } finally {
    await page.close();
    await server.stop();
  }
}

/** @param {readonly number[]} values */
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((value) => value.toFixed(0)).join(' / ');
}

const { values } = parseArgs({
  options: {
    starts: { type: 'string', default: '5' },
    extension: { type: 'string', default: projectRoot },
    verbose: { type: 'boolean', default: false },
  },
});
const project = resolve(values.extension);
const starts = Number(values.starts);
exitOnSignals();
execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: project, stdio: 'inherit' });
const results = join(projectRoot, 'out', 'bench', 'startup.json');
mkdirSync(join(projectRoot, 'out', 'bench'), { recursive: true });
const extension = packageOf(project);
const probe = await buildProbe();
const host = await installHost();
const browser = await startBrowser(await ensureChromium());
try {
  console.log(`${project}, a production build, ${starts} starts each. Milliseconds: lowest / median / highest\n`);
  console.log('| what is opened | loaded | files | start: clock | processor | answer: clock | processor |');
  console.log(`|${' --- |'.repeat(7)}`);
  for (const one of cases) {
    const figures = [];
    while (figures.length < starts) figures.push(await startOnce({ host, browser, extension, probe, results }, one));
    const [{ loaded, bytes }] = figures;
    const times = [figures.map(({ activate }) => activate), figures.map(({ answer }) => answer)].flatMap((durations) =>
      ['clock', 'processor'].map((kind) =>
        durations.includes(null) ? '–' : spread(durations.map((duration) => duration[kind])),
      ),
    );
    console.log(`| ${[one.title, `${(bytes / 1000).toFixed(0)} KB`, loaded.length, ...times].join(' | ')} |`);
    if (values.verbose) console.log(loaded.join(', '));
  }
} finally {
  await browser.close();
  rmSync(extension, { recursive: true, force: true });
}
