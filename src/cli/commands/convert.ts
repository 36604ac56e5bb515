import { counted } from '../../core/text/counted';
import { formatCount } from '../../core/text/formatCount';
import { MAX_OPERATIONS } from '../../core/scim/bulkRequest';
import { convertToRequests } from '../../extract/convertToRequests';
import { examinedBytes } from '../../extract/examinedBytes';
import { momentNow } from '../../extract/momentNow';
import type { RequestsEvent } from '../../extract/requestsConversion';
import type { BatchSink } from '../batchSink';
import { emptyFolder, folderSink, streamSink } from '../batchSink';
import type { Command } from '../command';
import { argument, choice, integerOption, needed } from '../command';
import { ExitCode } from '../terminal/exitCode';
import { extractBytes } from '../input/extractBytes';
import { printDocumentProblems } from '../terminal/documentProblem';
import { ProblemPrinter } from '../terminal/problemPrinter';
import { READ_OPTIONS, READ_USAGE, readAsAsked } from '../input/readOptions';
import { sizeLimits } from '../input/sizeLimits';
import type { ProblemPlaces } from '../terminal/problemText';
import { problemObject } from '../terminal/problemText';
import { readMapping } from '../input/readMapping';
import { jsonLine, messageLine } from '../terminal/terminal';

export const convert: Command = {
  name: 'convert',
  summary: 'Turn an extract into bulk requests.',
  usage: [
    'entra-inbound convert EXTRACT --mapping FILE [--out DIR] [--operations N]',
    '',
    'EXTRACT              a CSV file, or - for standard input',
    '--mapping FILE       the mapping (.scimmap)',
    '--out DIR            write 0001.bulk.json, 0002.bulk.json, ... and problems.json there, in place of those of an',
    '                     earlier conversion; without it the requests go to standard output, one per line',
    '--operations N       operations in a request, 1 to 50 (default 50)',
    ...READ_USAGE,
    "--show-values        print the values of people's cells with their problems",
    '',
    'Records with a problem are left out and reported; the others are written. After a fatal problem of the extract',
    'the output is invalid: with --out no file is left, without it the last line is not a request.',
  ],
  options: {
    mapping: { type: 'string' },
    out: { type: 'string' },
    operations: { type: 'string' },
    ...READ_OPTIONS,
    'show-values': { type: 'boolean' },
  },
  takes: [1, 1],
  run: async (invocation) => {
    const { terminal } = invocation;
    const extract = argument(invocation, 0);
    const path = needed(invocation, 'mapping');
    const operations = integerOption(invocation, 'operations', 1, MAX_OPERATIONS) ?? MAX_OPERATIONS;
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const out = invocation.option('out');
    const read = await readMapping(path, terminal, json);
    if (read === undefined) {
      if (out !== undefined) await emptyFolder(out);
      return ExitCode.problems;
    }
    const loaded = readAsAsked(read, invocation);
    const sink = out === undefined ? streamSink(terminal) : await folderSink(out);
    const places: ProblemPlaces = { extract, mapping: { path, loaded }, showValues: invocation.flag('show-values') };
    const printer = new ProblemPrinter(terminal, places, json);
    try {
      const reading = { limits: sizeLimits(invocation), moment: momentNow() };
      const { bytes, problems } = examinedBytes(extractBytes(extract, terminal), loaded, reading);
      for await (const events of convertToRequests(bytes, loaded, { operations, ...reading })) {
        for (const event of events) {
          await take(event, sink, printer, places);
          if (event.kind !== 'end' && event.kind !== 'fatal') continue;
          await printer.finish();
          if (event.kind === 'end')
            await printDocumentProblems(path, loaded.parsed.text, await problems(), terminal, json, places.showValues);
          await terminal.err(closing(event, json));
          return event.kind === 'end' && event.counts.refused === 0 ? ExitCode.ok : ExitCode.problems;
        }
        terminal.signal.throwIfAborted();
      }
      throw new Error('a conversion ended without saying so');
    } finally {
      // Removes unfinished output; does nothing after success
      await sink.discard();
    }
  },
};

async function take(
  event: RequestsEvent,
  sink: BatchSink,
  printer: ProblemPrinter,
  places: ProblemPlaces,
): Promise<void> {
  switch (event.kind) {
    case 'requests':
      return sink.requests(event.requests);
    case 'refused':
      for (const problem of event.problems) {
        await printer.print(problem);
        await sink.problem(problemObject(problem, places));
      }
      return;
    case 'warning':
      return printer.print(event.problem);
    case 'fatal':
      for (const problem of event.problems) await printer.print(problem);
      return sink.fatal(event.problems);
    case 'end':
      return sink.finish();
    case 'header':
    case 'excluded':
      return;
  }
}

/** The closing message, or the counts with `--format json`. */
function closing(event: Extract<RequestsEvent, { kind: 'end' | 'fatal' }>, json: boolean): string {
  if (event.kind === 'fatal') return messageLine('Nothing was converted.', json);
  if (json) return jsonLine({ counts: event.counts });
  const { records, batches, operations, refused, excluded } = event.counts;
  return `Records: ${formatCount(records)}. Requests: ${formatCount(batches)}, with ${counted(operations, 'operation')} in total. Refused: ${formatCount(refused)}. Excluded by the mapping: ${formatCount(excluded)}.\n`;
}
