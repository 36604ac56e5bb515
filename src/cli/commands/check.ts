import { anchorFindings } from '../../core/mapping/anchorFindings';
import type { ProblemLevels } from '../../core/problemLevels';
import { loadMapping } from '../../core/mapping/loadMapping';
import { reviewProblems } from '../../core/mapping/reviewProblems';
import type { Problem, RecordProblem } from '../../core/problem';
import { examineExtract } from '../../extract/examineExtract';
import type { Command } from '../command';
import { choice, UsageError } from '../command';
import type { DocumentProblem } from '../documentProblem';
import { documentProblems, documentProblemText } from '../documentProblem';
import { ExitCode } from '../exitCode';
import { extractBytes } from '../extractBytes';
import { readProblemLevels } from '../problemLevels';
import { ProblemPrinter } from '../problemPrinter';
import { readText } from '../readMapping';
import { toSarif } from '../sarif';
import type { Terminal } from '../terminal';

export const check: Command = {
  name: 'check',
  summary: 'Find the problems of mappings.',
  usage: [
    'entra-inbound check FILE... [--extract CSV] [--level CODE=LEVEL]',
    '',
    'FILE                 a mapping (.scimmap)',
    "--extract CSV        check them against that extract's columns and values too",
    '--level CODE=LEVEL   how much problems of that code matter: error, warning, information or off;',
    '                     may stand several times. Errors with which a mapping cannot be used stay errors',
    '--format sarif       SARIF 2.1.0',
    '',
    'Prints file:line:column: severity: message [code], one problem a line. Exit code 1 if any is an error.',
    'A comment "# ignore CODE" silences a problem on its line. docs/problems.md explains the codes.',
  ],
  options: { extract: { type: 'string' }, level: { type: 'string', multiple: true } },
  takes: [1, Number.MAX_SAFE_INTEGER],
  run: async (invocation) => {
    const { terminal } = invocation;
    const format = choice(invocation, 'format', ['text', 'json', 'sarif'], 'text');
    const levels = readProblemLevels(invocation.list('level'));
    const extract = invocation.option('extract');
    if (extract === '-') throw new UsageError('--extract takes a file: each mapping reads it anew.');
    for (const file of invocation.arguments) {
      if (!file.endsWith('.scimmap'))
        throw new UsageError(`${file} is no mapping: this version checks .scimmap files.`);
    }
    const found: DocumentProblem[] = [];
    let unreadable = false;
    for (const file of invocation.arguments) {
      const text = await readText(file);
      const { problems, fatal } = await checkText(text, extract, levels, terminal);
      const printer = new ProblemPrinter(terminal, { extract: extract ?? '', showValues: false }, format !== 'text');
      for (const problem of fatal) await printer.print(problem);
      unreadable ||= fatal.length > 0;
      found.push(...documentProblems(file, text, problems));
    }
    if (format === 'text') for (const problem of found) await terminal.out(`${documentProblemText(problem)}\n`);
    else await terminal.out(`${JSON.stringify(format === 'json' ? found : toSarif(found), null, 2)}\n`);
    return unreadable || found.some((problem) => problem.severity === 'error') ? ExitCode.problems : ExitCode.ok;
  },
};

interface Checked {
  readonly problems: readonly Problem[];
  /** What keeps the extract from being read. */
  readonly fatal: readonly RecordProblem[];
}

async function checkText(
  text: string,
  extract: string | undefined,
  levels: ProblemLevels,
  terminal: Terminal,
): Promise<Checked> {
  const alone = loadMapping(text);
  if (extract === undefined) return { problems: reviewProblems(alone, { levels }), fatal: [] };
  const { header, findings, fatal } = await examineExtract(extractBytes(extract, terminal), alone);
  const loaded = header === undefined ? alone : loadMapping(text, { columns: header.columns });
  const values = anchorFindings(loaded, findings.findings);
  return { problems: reviewProblems(loaded, { values, levels }), fatal };
}
