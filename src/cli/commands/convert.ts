import type { RecordProblem } from '../../core/problem';
import { formatCount } from '../../core/run/describeAccount';
import { MAX_OPERATIONS } from '../../core/scim/bulkRequest';
import type { ExtractConversionEvent } from '../../extract/convertExtract';
import { convertExtract } from '../../extract/convertExtract';
import type { BatchSink } from '../batchSink';
import { folderSink, streamSink } from '../batchSink';
import type { Command } from '../command';
import { argument, choice, integer, needed } from '../command';
import { ExitCode } from '../exitCode';
import { extractBytes } from '../extractBytes';
import type { ProblemPlaces } from '../problemText';
import { problemObject, problemText } from '../problemText';
import { readMapping } from '../readMapping';
import { jsonLine } from '../terminal';

export const convert: Command = {
  name: 'convert',
  summary: 'Turn an extract into bulk requests.',
  usage: [
    'entra-inbound convert EXTRACT --mapping FILE [--out DIR] [--operations N]',
    '',
    'EXTRACT              a CSV file, or - for standard input',
    '--mapping FILE       the mapping (.scimmap)',
    '--out DIR            write 0001.bulk.json, 0002.bulk.json, ... and problems.json there, in place of those of an',
    '                     earlier conversion; without it the requests go to standard output, one a line',
    '--operations N       operations in a request, 1 to 50 (default 50)',
    "--show-values        print the values of people's cells with their problems",
    '',
    'Records with a problem are left out and reported; the others are written. After a fatal problem of the extract',
    'nothing counts: with --out no file is left, without it the last line is not a request.',
  ],
  options: {
    mapping: { type: 'string' },
    out: { type: 'string' },
    operations: { type: 'string' },
    'show-values': { type: 'boolean' },
  },
  takes: [1, 1],
  run: async (invocation) => {
    const { terminal } = invocation;
    const extract = argument(invocation, 0);
    const path = needed(invocation, 'mapping');
    const operations = integer(invocation, 'operations', 1, MAX_OPERATIONS) ?? MAX_OPERATIONS;
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const loaded = await readMapping(path, terminal);
    if (loaded === undefined) return ExitCode.problems;
    const out = invocation.option('out');
    const sink = out === undefined ? streamSink(terminal) : await folderSink(out);
    const places: ProblemPlaces = { extract, mapping: { path, loaded }, showValues: invocation.flag('show-values') };
    const say = (problem: RecordProblem) =>
      terminal.err(json ? jsonLine(problemObject(problem, places)) : `${problemText(problem, places)}\n`);
    try {
      for await (const events of convertExtract(extractBytes(extract, terminal), loaded, { operations })) {
        for (const event of events) {
          const end = await take(event, sink, say, places);
          if (end === undefined) continue;
          if (typeof end === 'string' && !json) await terminal.err(end);
          return event.kind === 'end' && event.counts.refused === 0 ? ExitCode.ok : ExitCode.problems;
        }
        terminal.signal.throwIfAborted();
      }
      throw new Error('a conversion ended without saying so');
    } finally {
      // Whatever has not been finished leaves nothing behind
      await sink.discard();
    }
  },
};

/** Handles one event; gives a closing sentence once the conversion has ended. */
async function take(
  event: ExtractConversionEvent,
  sink: BatchSink,
  say: (problem: RecordProblem) => Promise<void>,
  places: ProblemPlaces,
): Promise<string | undefined> {
  switch (event.kind) {
    case 'batch':
      await sink.batch(event.batch);
      return undefined;
    case 'refused':
      for (const problem of event.problems) {
        await say(problem);
        sink.problem(problemObject(problem, places));
      }
      return undefined;
    case 'warning':
      await say(event.problem);
      return undefined;
    case 'fatal':
      for (const problem of event.problems) await say(problem);
      await sink.fatal(event.problems);
      return 'Nothing was converted.\n';
    case 'end': {
      await sink.finish();
      const { records, batches, operations, refused, excluded } = event.counts;
      return `${formatCount(records)} records: ${formatCount(batches)} requests with ${formatCount(operations)} operations, ${formatCount(refused)} refused, ${formatCount(excluded)} excluded by the mapping.\n`;
    }
    case 'header':
    case 'excluded':
      return undefined;
  }
}
