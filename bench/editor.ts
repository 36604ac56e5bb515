// A mapping of 500 rules over an extract of 100,000 records: what one key costs the thread that answers the editor, and how
// long that thread is held while a worker looks at the extract.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { momentNow } from '../src/extract/momentNow';
import { completeMapping } from '../src/language/mapping/completion/completeMapping';
import { diagnoseMapping } from '../src/language/mapping/diagnoseMapping';
import type { EditorKnowledge } from '../src/language/mapping/document/knowledge';
import { changeMapping, openMapping } from '../src/language/mapping/document/mappingDocument';
import type { ExaminationAnswer } from '../src/worker/protocol';

const RULES = 500;
const RECORDS = 100_000;
const KEYS = 300;
const DATES = 20;

const mapping = largeMapping();
const extract = new TextEncoder().encode(largeExtract());

void main();

async function main(): Promise<void> {
  const knowledge = await examine();
  console.log(
    `A mapping of ${RULES} rules (${mapping.length.toLocaleString('en')} characters), ${KEYS} keys; milliseconds of thread time:`,
  );
  report(
    'to open it',
    repeated(KEYS / 10, () => diagnoseMapping(openMapping(mapping, knowledge))),
  );
  type('after the last rule', mapping.lastIndexOf('}'), knowledge);
  type('before the first rule', 0, knowledge);
}

/** Types a rule at a place, again and again. */
function type(where: string, at: number, knowledge: EditorKnowledge): void {
  const diagnose: number[] = [];
  const complete: number[] = [];
  const typed = '  custom999 = Join("-", ToUpper([Column17]), FormatDateTime([Date3], , "yyyy-MM-dd", "yyyyMMdd"))';
  let document = openMapping(mapping, knowledge);
  for (let key = 0; key < KEYS; key++) {
    const letters = typed.slice(0, (key % typed.length) + 1);
    const text = `${mapping.slice(0, at)}${letters}\n${mapping.slice(at)}`;
    diagnose.push(
      timed(() => {
        document = changeMapping(document, text, knowledge);
        diagnoseMapping(document);
      }),
    );
    complete.push(timed(() => completeMapping(document, at + letters.length)));
  }
  report(`from a key ${where} to syntax and schema problems`, diagnose.slice(KEYS / 10));
  report('completion after that', complete.slice(KEYS / 10));
}

function repeated(times: number, run: () => void): readonly number[] {
  return Array.from({ length: times }, () => timed(run));
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Looks at the extract as the extension does, in its worker, and says how long this thread was held meanwhile. */
async function examine(): Promise<EditorKnowledge> {
  const worker = new Worker(join(process.cwd(), 'dist', 'worker.js'));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const start = performance.now();
  const answered = new Promise<ExaminationAnswer>((resolve, reject) => {
    worker.once('message', (message: { readonly output?: ExaminationAnswer; readonly fault?: string }) => {
      if (message.output === undefined) reject(new Error(message.fault));
      else resolve(message.output);
    });
    worker.once('error', reject);
  });
  delay.enable();
  worker.postMessage({
    id: 1,
    call: 'examine',
    input: { key: 'bench', bytes: extract, mapping, moment: momentNow(), records: RECORDS, record: 1 },
  });
  const examined = await answered;
  delay.disable();
  await worker.terminate();
  if (examined.kind !== 'examined') throw new Error(`the extract was ${examined.kind}`);
  console.log(
    `Checked ${examined.values.records.toLocaleString('en')} records (${(extract.length / 1e6).toFixed(0)} MB) in the worker in ${((performance.now() - start) / 1000).toFixed(1)} s; ` +
      `this thread was blocked for ${(delay.max / 1e6).toFixed(1)} ms at most (p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, including the timer's own 5).`,
  );
  const { columns, profile, values, record } = examined;
  return { columns, extract: { name: 'large.csv', profile, values, ...(record === undefined ? {} : { record }) } };
}

function report(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const percentile = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  console.log(`  p50 ${percentile(0.5).padStart(5)}  p95 ${percentile(0.95).padStart(5)}  ${what}`);
}

function largeMapping(): string {
  const custom = Array.from({ length: RULES - 4 }, (_, index) => {
    const column = `Column${index % 40}`;
    if (index % 25 === 0)
      return `  custom${index} = FormatDateTime([Date${(index / 25) % DATES}], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ") @type(DateTime)`;
    if (index % 3 === 0) return `  custom${index} = Join(" ", Trim([${column}]), ToUpper([Column${(index + 1) % 40}]))`;
    return index % 3 === 1
      ? `  custom${index} = [${column}]`
      : `  custom${index} = Switch([Status], , "A", "yes", "T", "no")`;
  });
  return [
    'externalId  = [Id]',
    'userName    = Join("@", ToLower([Login]), "contoso.com")',
    'displayName = [Column1]',
    'active      = Switch([Status], , "A", "True", "T", "False")',
    'schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {',
    ...custom,
    '}',
    '',
  ].join('\n');
}

function largeExtract(): string {
  const columns = Array.from({ length: 40 }, (_, index) => `Column${index}`);
  const dates = Array.from({ length: DATES }, (_, index) => `Date${index}`);
  const lines = [['Id', 'Login', 'Status', ...columns, ...dates].join(',')];
  for (let record = 1; record <= RECORDS; record++) {
    const cells = columns.map((_, index) => `value ${(record * 7 + index) % 1000}`);
    const days = dates.map((_, index) => `20${10 + ((record + index) % 16)}-0${1 + (record % 9)}-1${record % 10}`);
    lines.push([`P${record}`, `person.${record}`, record % 9 === 0 ? 'T' : 'A', ...cells, ...days].join(','));
  }
  return lines.join('\n');
}
