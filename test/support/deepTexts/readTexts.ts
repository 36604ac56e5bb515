/**
 * Reads generated texts, and tells of those that fail or take long. Arguments: the seed, the first text and how many. Run by
 * itself, in a process of little memory; each text comes of the seed and its number alone.
 */
import { createSeededRandom } from '../seededRandom';
import { generateText } from './generateText';
import { textReaders } from './readers';

/** What was found, as the last line on standard output. */
export interface Account {
  readonly read: number;
  readonly failures: readonly string[];
  /** In milliseconds of processor time. */
  readonly slowest: { readonly milliseconds: number; readonly text: string };
  /** In MiB. */
  readonly memory: number;
}

/** The editor's questions about one text of so many; of every text while it is looked into. */
const EDITED = 12;
const SLOW = 500;
const [seed = 1, first = 0, count = 1] = process.argv.slice(2).map(Number);
const failures: string[] = [];
let slowest = { milliseconds: 0, text: '' };

for (let number = first; number < first + count; number++) {
  const random = createSeededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const reader = textReaders[number % textReaders.length];
  if (reader === undefined) break;
  const text = generateText(reader, random);
  const offset = Math.floor(random() * (text.length + 1));
  const isEdited = Math.floor(number / textReaders.length) % EDITED === 0;
  const name = `text ${number} (${reader.name}, ${text.length} characters${isEdited ? ', edited' : ''})`;
  if (number % 1000 === 0 || text.length > 100_000) process.stderr.write(`${name}\n`);
  const time = () => {
    const before = process.cpuUsage();
    reader.read(text, offset, isEdited);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  try {
    let milliseconds = time();
    // The better of two: garbage is collected now and then
    if (milliseconds > SLOW) milliseconds = Math.min(milliseconds, time());
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds: Math.round(milliseconds), text: name };
    if (milliseconds > SLOW) process.stderr.write(`SLOW ${name}: ${Math.round(milliseconds)} ms\n`);
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error)}`);
    process.stderr.write(`FAILED ${failures.at(-1) ?? ''}\n`);
  }
}
const account: Account = { read: count, failures, slowest, memory: process.resourceUsage().maxRSS >> 10 };
process.stdout.write(`${JSON.stringify(account)}\n`);
