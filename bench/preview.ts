// What the preview takes: npm run bench -- preview [RECORDS...]. The worker and the page are those that `npm run build` made; what the
// editor puts between an edit and the preview (nothing for the first key, up to 60 ms for those that follow) is not part of it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openPreviewBrowser } from '../test/support/previewPage/previewBrowser';
import { generateExtract } from './convert/generate';
import { MAPPING } from './convert/mapping';
import { counted, medianOf, megabytes, milliseconds } from './preview/figures';
import { PageSide } from './preview/pageSide';
import { WorkerSide } from './preview/workerSide';

const folder = join(process.cwd(), 'out', 'bench', 'preview');

/** Times that each thing is measured; the first of the worker, whose code is not compiled yet, is left out. */
const ROUNDS = 7;

/** Records of the extract in which mappings are edited. */
const EDITED = 10_000;

/** In no record. */
const ABSENT = 'Nobody is called that';

const [role, ...rest] = process.argv.slice(2);
if (role === '--worker') void workerAlone(rest[0] ?? '');
else if (role === '--page') void pages(rest);
else all(process.argv.slice(2).map(Number));

function all(wanted: readonly number[]): void {
  const sizes = wanted.length > 0 ? wanted : [1000, 100_000, 1_000_000];
  mkdirSync(folder, { recursive: true });
  const paths = sizes.map((records) => extractOf(records));
  for (const path of paths) part('--worker', path);
  part('--page', ...new Set([...paths, extractOf(EDITED)]));
  rmSync(folder, { recursive: true });
}

/** In a process of its own, for its memory. */
function part(...options: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [process.argv[1] ?? '', ...options], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function extractOf(records: number): string {
  const path = join(folder, `${records}.csv`);
  generateExtract(path, records);
  return path;
}

/** A mapping that says something else of everybody, each time. */
function editedMapping(round: number): string {
  return MAPPING.replace(/^displayName .*$/m, `displayName = Join(" ", "Edit ${round}:", [FullName])`);
}

async function workerAlone(path: string): Promise<void> {
  const before = process.memoryUsage.rss();
  const worker = new WorkerSide(path);
  const screens: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) screens.push(await worker.firstScreen(MAPPING));
  const rest = await worker.readWhole();
  const absent = await worker.search(ABSENT);
  const accents = await worker.search('zoe muller');
  const edits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) edits.push(await worker.edited(editedMapping(round)));
  const grown = process.memoryUsage.rss() - before;
  console.log(`${path}, the worker:`);
  console.log(`  first rows ${milliseconds(medianOf(screens.slice(1)))} (its first ${milliseconds(screens[0] ?? 0)})`);
  console.log(`  all is read ${milliseconds(rest)} later`);
  console.log(`  a text that no record has: ${milliseconds(absent.whole)}`);
  const { first, whole, found } = accents;
  const hit = first === undefined ? 'none' : milliseconds(first);
  console.log(`  a name without its accents: the first ${hit}, all ${counted(found)} ${milliseconds(whole)}`);
  console.log(`  from another mapping to its first rows ${milliseconds(medianOf(edits))}`);
  console.log(`  memory, with all of it read: ${megabytes(grown)} more than before`);
  await worker.end();
}

async function pages(paths: readonly string[]): Promise<void> {
  const browser = await openPreviewBrowser();
  const edited = paths.at(-1) ?? '';
  const screens = new Map(paths.map((path) => [path, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const path of paths) {
      const page = await PageSide.open(browser, path, MAPPING);
      screens.get(path)?.push(page.firstScreen);
      await page.close();
    }
  }
  const medians = paths.map((path) => medianOf(screens.get(path) ?? []));
  for (const [place, path] of paths.entries()) {
    const page = await PageSide.open(browser, path, MAPPING);
    await page.readWhole();
    const { dropped, shown, waiting } = await page.scroll();
    const search = await page.searched(ABSENT);
    const { bytes, elements } = await page.memory();
    console.log(`${path}, in the page:`);
    console.log(
      `  first screen ${milliseconds(medians[place] ?? 0)}, ${((medians[place] ?? 0) / (medians[0] ?? 1)).toFixed(2)} of that of the first`,
    );
    console.log(`  scrolled: ${dropped} of ${shown + dropped} frames not drawn, rows still to come in ${waiting}`);
    console.log(`  searched for what no record has: ${milliseconds(search)}`);
    console.log(`  memory ${megabytes(bytes)}, ${counted(elements)} elements`);
    if (path === edited) {
      const edits: number[] = [];
      for (let round = 1; round <= ROUNDS; round++)
        edits.push(await page.edited(editedMapping(round), `Edit ${round}:`));
      console.log(
        `  from an edit of the mapping to its view: ${milliseconds(medianOf(edits))}, at most ${milliseconds(Math.max(...edits))}`,
      );
    }
    await page.close();
  }
  await browser.close();
}
