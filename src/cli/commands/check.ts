import type { DocumentCheck } from '../input/checkDocument';
import { listed } from '../../core/problems/listed';
import { documentCheck, documentWords } from '../input/checkDocument';
import type { Command } from '../command';
import { choice, UsageError } from '../command';
import type { DocumentProblem } from '../terminal/documentProblem';
import { documentProblems, documentProblemText, moreLine } from '../terminal/documentProblem';
import { ExitCode } from '../terminal/exitCode';
import { readProblemLevels } from '../input/problemLevels';
import { jsonLine } from '../terminal/terminal';
import { ProblemPrinter } from '../terminal/problemPrinter';
import { toSarif } from '../terminal/sarif';

export const check: Command = {
  name: 'check',
  summary: 'Find the problems of mappings and payloads.',
  usage: [
    'entra-inbound check FILE... [--extract CSV] [--level CODE=LEVEL] [--show-values]',
    '',
    `FILE                 ${documentWords}`,
    "--extract CSV        check mappings against that extract's columns and values too",
    '--level CODE=LEVEL   the level of problems of that code: error, warning, information or off;',
    '                     may be repeated. Errors that make a file unusable stay errors',
    "--show-values        print the values of people's cells with their problems",
    '--format sarif       SARIF 2.1.0',
    '',
    'Prints file:line:column: severity: message [code], one problem per line. Exit code 1 if any is an error.',
    'At most 1,000 problems are listed, errors first, and then the number of further ones, with --format json and sarif',
    'as {"more": N} on standard error.',
    'In a mapping a comment "# ignore CODE" silences a problem on its line. docs/problems.md explains the codes.',
  ],
  options: {
    extract: { type: 'string' },
    level: { type: 'string', multiple: true },
    'show-values': { type: 'boolean' },
  },
  takes: [1, Number.MAX_SAFE_INTEGER],
  run: async (invocation) => {
    const { terminal } = invocation;
    const format = choice(invocation, 'format', ['text', 'json', 'sarif'], 'text');
    const levels = readProblemLevels(invocation.list('level'));
    const extract = invocation.option('extract');
    if (extract === '-') throw new UsageError('--extract takes a file, because each mapping reads it again.');
    // Looks at all names first, so that a wrong one is reported before any problem
    const files: { readonly file: string; readonly checkFile: DocumentCheck }[] = [];
    for (const file of invocation.arguments) files.push({ file, checkFile: await documentCheck(file) });
    const found: DocumentProblem[] = [];
    const showValues = invocation.flag('show-values');
    let unreadable = false;
    for (const { file, checkFile } of files) {
      const { text, problems, fatal } = await checkFile(file, { extract, levels, terminal });
      const printer = new ProblemPrinter(terminal, { extract: extract ?? '', showValues }, format !== 'text');
      for (const problem of fatal) await printer.print(problem);
      unreadable ||= fatal.length > 0;
      await printer.finish();
      for (const problem of documentProblems(file, text, problems, showValues)) found.push(problem);
    }
    const { items, more } = listed(found);
    if (format === 'text') {
      for (const problem of items) await terminal.out(`${documentProblemText(problem)}\n`);
      if (more > 0) await terminal.out(moreLine(more));
    } else {
      await terminal.out(`${JSON.stringify(format === 'json' ? items : toSarif({ items, more }), null, 2)}\n`);
      if (more > 0) await terminal.err(jsonLine({ more }));
    }
    return unreadable || found.some((problem) => problem.severity === 'error') ? ExitCode.problems : ExitCode.ok;
  },
};
