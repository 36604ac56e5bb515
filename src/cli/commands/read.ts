import type { ReadOptions } from '../../core/csv/extractEvent';
import { readExtract } from '../../extract/readExtract';
import type { Command } from '../command';
import { argument, choice, integer } from '../command';
import { ExitCode } from '../exitCode';
import { extractBytes } from '../extractBytes';
import { ProblemPrinter } from '../problemPrinter';
import { jsonLine } from '../terminal';

export const read: Command = {
  name: 'read',
  summary: 'Show what the reader makes of an extract: the header, then each record, as NDJSON.',
  usage: [
    'entra-inbound read EXTRACT [OPTIONS]',
    '',
    'EXTRACT              a CSV file, or - for standard input',
    '--encoding E         such as windows-1252 (default: byte order mark, else UTF-8)',
    '--delimiter D        one character or several (default: found by trial)',
    '--quote Q            one character or several (default ")',
    '--header N           the line of the header, from 1 (default: the first that is not blank)',
    '',
    'After a fatal problem nothing that was printed may be used; the last line is then an object with "fatal".',
  ],
  options: {
    encoding: { type: 'string' },
    delimiter: { type: 'string' },
    quote: { type: 'string' },
    header: { type: 'string' },
  },
  takes: [1, 1],
  run: async (invocation) => {
    const { terminal } = invocation;
    const extract = argument(invocation, 0);
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const printer = new ProblemPrinter(terminal, { extract, showValues: false }, json);
    let refused = false;
    for await (const events of readExtract(extractBytes(extract, terminal), readOptions(invocation))) {
      let lines = '';
      for (const event of events) {
        if (event.kind === 'header') lines += jsonLine(event.header.columns);
        else if (event.kind === 'record') lines += jsonLine(event.record.cells);
        else {
          const { problem } = event;
          await printer.print(problem);
          refused ||= problem.severity !== 'warning';
          if (problem.severity === 'fatal')
            lines += jsonLine({ fatal: { code: problem.code, message: problem.message } });
        }
      }
      await terminal.out(lines);
      terminal.signal.throwIfAborted();
    }
    await printer.finish();
    return refused ? ExitCode.problems : ExitCode.ok;
  },
};

function readOptions(invocation: Parameters<Command['run']>[0]): ReadOptions {
  const [encoding, delimiter, quote] = ['encoding', 'delimiter', 'quote'].map(invocation.option);
  const header = integer(invocation, 'header', 1, Number.MAX_SAFE_INTEGER);
  return {
    ...(encoding === undefined ? {} : { encoding }),
    // A tab is hard to type into a shell
    ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(quote === undefined ? {} : { quote }),
    ...(header === undefined ? {} : { header }),
  };
}
