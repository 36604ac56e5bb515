import { basename, dirname, extname, relative, sep } from 'node:path';
import type { ReadOptions } from '../../core/csv/extractEvent';
import { importPsd1 } from '../../core/import/importPsd1';
import { importWebClient } from '../../core/import/importWebClient';
import type { DraftSource, ImportResult } from '../../core/import/mappingDraft';
import type { RecordProblem } from '../../core/problems/problem';
import { readImportedText } from '../../files/readText';
import { writeNew } from '../../files/writeWhole';
import { guessExtract, sourceOf } from '../../extract/guessExtract';
import { readHeader } from '../../extract/readHeader';
import type { Command, Invocation } from '../command';
import { argument, choice, integerOption, domainOption, UsageError } from '../command';
import { printDocumentProblems } from '../terminal/documentProblem';
import { ExitCode } from '../terminal/exitCode';
import { extractBytes } from '../input/extractBytes';
import { ProblemPrinter } from '../terminal/problemPrinter';
import { jsonLine, messageLine } from '../terminal/terminal';

const IMPORTERS = { '.psd1': importPsd1, '.ps1': importPsd1, '.json': importWebClient } as const;

export const importCommand: Command = {
  name: 'import',
  summary: "Make a mapping from CSV2SCIM's .psd1, from the web client's JSON, or by guessing from a CSV.",
  usage: [
    'entra-inbound import FILE [--out MAPPING] [--extract CSV] [--domain NAME]',
    '',
    'FILE                 a .psd1, .ps1 or .json mapping, read as data and never run; any other file is an extract,',
    '                     and its rules are guessed from the header and the first 2,000 records',
    '--out MAPPING        the file to write, which must not exist (default: standard output)',
    '--extract CSV        the extract that an imported mapping is for: column names are taken in its spelling',
    '--encoding E         of the extract, such as windows-1252 (default: byte order mark, else UTF-8, else what it looks like)',
    '--delimiter D        of the extract (default: detected)',
    '--header N           the line of its header, from 1 (default: detected, even below a title)',
    '--domain NAME        domain of sign-in names that are guessed for an extract without e-mail addresses',
    '',
    'Comments list what could not be translated or decided. Exit code 1 if something was not translated.',
  ],
  options: {
    out: { type: 'string' },
    extract: { type: 'string' },
    encoding: { type: 'string' },
    delimiter: { type: 'string' },
    header: { type: 'string' },
    domain: { type: 'string' },
  },
  takes: [1, 1],
  run: async (invocation) => {
    const file = argument(invocation, 0);
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const importer = Object.entries(IMPORTERS).find(([extension]) => extname(file).toLowerCase() === extension)?.[1];
    if (file === '-') throw new UsageError('import takes a file, not standard input: the mapping contains its name.');
    if (importer === undefined && invocation.option('extract') !== undefined)
      throw new UsageError(`--extract is only for a .psd1, .ps1 or .json mapping: ${file} is the extract itself.`);
    if (importer !== undefined && invocation.option('domain') !== undefined)
      throw new UsageError('--domain is only for an extract: an imported mapping has its own rule for sign-in names.');
    return importer === undefined ? guessFrom(invocation, file, json) : importFrom(invocation, file, json, importer);
  },
};

async function importFrom(
  invocation: Invocation,
  file: string,
  json: boolean,
  importer: (typeof IMPORTERS)[keyof typeof IMPORTERS],
): Promise<ExitCode> {
  const { terminal } = invocation;
  const text = await readImportedText(file);
  const extract = invocation.option('extract');
  const known = extract === undefined ? {} : await columnsOf(invocation, extract, json);
  if (known === undefined) return ExitCode.problems;
  const { text: mapping, problems }: ImportResult = importer(text, { name: basename(file), ...known });
  await printDocumentProblems(file, text, problems, terminal, json);
  if (mapping !== '') await write(invocation, mapping, json);
  return problems.some(({ severity }) => severity === 'error') ? ExitCode.problems : ExitCode.ok;
}

async function columnsOf(
  invocation: Invocation,
  extract: string,
  json: boolean,
): Promise<{ readonly columns: readonly string[]; readonly source: DraftSource } | undefined> {
  const options = readOptions(invocation);
  const header = await readHeader(extractBytes(extract, invocation.terminal), options);
  if ('problem' in header) {
    await printProblem(invocation, extract, header.problem, json);
    return undefined;
  }
  return { columns: header.columns, source: sourceOf(pathFromMapping(invocation, extract), header, options) };
}

async function guessFrom(invocation: Invocation, file: string, json: boolean): Promise<ExitCode> {
  const defaultDomain = domainOption(invocation);
  const input = {
    file: pathFromMapping(invocation, file),
    ...readOptions(invocation),
    ...(defaultDomain === undefined ? {} : { defaultDomain }),
  };
  const guessed = await guessExtract(() => extractBytes(file, invocation.terminal), input);
  if ('problem' in guessed) {
    await printProblem(invocation, file, guessed.problem, json);
    return ExitCode.problems;
  }
  await write(invocation, guessed.text, json);
  for (const problem of guessed.decided) await printProblem(invocation, file, problem, json);
  const open = guessed.guesses.filter(({ isWritten }) => !isWritten).length;
  await invocation.terminal.err(
    messageLine(
      `Rules guessed: ${guessed.guesses.length - open}. Left to you, with the reason in a comment: ${open}.`,
      json,
    ),
  );
  return ExitCode.ok;
}

function readOptions(invocation: Invocation): ReadOptions {
  const [encoding, delimiter] = ['encoding', 'delimiter'].map(invocation.option);
  const header = integerOption(invocation, 'header', 1, Number.MAX_SAFE_INTEGER);
  return {
    ...(encoding === undefined ? {} : { encoding }),
    // A tab is hard to type into a shell
    ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(header === undefined ? {} : { header }),
  };
}

/** The extract's path relative to the mapping. */
function pathFromMapping(invocation: Invocation, extract: string): string {
  const out = invocation.option('out');
  return out === undefined ? basename(extract) : relative(dirname(out), extract).split(sep).join('/');
}

async function printProblem(
  invocation: Invocation,
  extract: string,
  problem: RecordProblem,
  json: boolean,
): Promise<void> {
  await new ProblemPrinter(invocation.terminal, { extract, showValues: false }, json).print(problem);
}

/** Never overwrites an existing mapping, because it is somebody's work. */
async function write(invocation: Invocation, mapping: string, json: boolean): Promise<void> {
  const out = invocation.option('out');
  if (out === undefined) {
    if (json) await invocation.terminal.data(jsonLine({ mapping }));
    // The mapping must not be escaped. The only unprintable character that it can contain is a delimiter given by the
    // command
    else await invocation.terminal.data(new TextEncoder().encode(mapping));
    return;
  }
  await writeNew(out, mapping);
}
