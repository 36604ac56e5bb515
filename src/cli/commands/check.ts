import type { Problem, RecordProblem } from '../../core/problem';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import { checkAgainstExtract } from '../../extract/checkAgainstExtract';
import { readHeader } from '../../extract/readHeader';
import type { Command } from '../command';
import { choice, UsageError } from '../command';
import type { DocumentProblem } from '../documentProblem';
import { documentProblems, documentProblemText } from '../documentProblem';
import { ExitCode } from '../exitCode';
import { extractBytes } from '../extractBytes';
import { ProblemPrinter } from '../problemPrinter';
import { readText } from '../readMapping';
import { toSarif } from '../sarif';
import type { Terminal } from '../terminal';

export const check: Command = {
  name: 'check',
  summary: 'Find the problems of mappings.',
  usage: [
    'entra-inbound check FILE... [--extract CSV]',
    '',
    'FILE                 a mapping (.scimmap)',
    "--extract CSV        check them against that extract's columns and values too",
    '--format sarif       SARIF 2.1.0',
    '',
    'Prints file:line:column: severity: message [code], one problem a line. Exit code 1 if any is an error.',
  ],
  options: { extract: { type: 'string' } },
  takes: [1, Number.MAX_SAFE_INTEGER],
  run: async (invocation) => {
    const { terminal } = invocation;
    const format = choice(invocation, 'format', ['text', 'json', 'sarif'], 'text');
    const extract = invocation.option('extract');
    if (extract === '-') throw new UsageError('--extract takes a file: each mapping reads it anew.');
    for (const file of invocation.arguments) {
      if (!file.endsWith('.scimmap'))
        throw new UsageError(`${file} is no mapping: this version checks .scimmap files.`);
    }
    const found: DocumentProblem[] = [];
    let unreadable = false;
    for (const file of invocation.arguments) {
      const { mapping, ofValues, fatal } = await load(await readText(file), extract, terminal);
      const printer = new ProblemPrinter(terminal, { extract: extract ?? '', showValues: false }, format !== 'text');
      for (const problem of fatal) await printer.print(problem);
      unreadable ||= fatal.length > 0;
      found.push(...documentProblems(file, mapping.parsed.text, [...mapping.problems, ...ofValues]));
    }
    if (format === 'text') for (const problem of found) await terminal.out(`${documentProblemText(problem)}\n`);
    else await terminal.out(`${JSON.stringify(format === 'json' ? found : toSarif(found), null, 2)}\n`);
    return unreadable || found.some((problem) => problem.severity === 'error') ? ExitCode.problems : ExitCode.ok;
  },
};

interface Checked {
  readonly mapping: LoadedMapping;
  readonly ofValues: readonly Problem[];
  /** What keeps the extract from being read. */
  readonly fatal: readonly RecordProblem[];
}

async function load(text: string, extract: string | undefined, terminal: Terminal): Promise<Checked> {
  const alone = loadMapping(text);
  if (extract === undefined) return { mapping: alone, ofValues: [], fatal: [] };
  const header = await readHeader(extractBytes(extract, terminal), alone.model.source);
  if ('problem' in header) return { mapping: alone, ofValues: [], fatal: [header.problem] };
  const mapping = loadMapping(text, { columns: header.columns });
  if (!isUsable(mapping)) return { mapping, ofValues: [], fatal: [] };
  const { problems, fatal } = await checkAgainstExtract(extractBytes(extract, terminal), mapping);
  return { mapping, ofValues: problems, fatal };
}
