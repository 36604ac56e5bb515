import type { ExtractEvent } from '../../core/csv/extractEvent';
import { UnmappedDamage } from '../../core/convert/damage/unmappedDamage';
import { ProfileBuilder } from '../../core/profile/profileBuilder';
import { readExtract } from '../../extract/readExtract';
import type { Command } from '../command';
import { argument, choice } from '../command';
import { ExitCode } from '../terminal/exitCode';
import { extractBytes } from '../input/extractBytes';
import { READ_OPTIONS, readOptions } from '../input/readOptions';
import { ProblemPrinter } from '../terminal/problemPrinter';
import { jsonLine } from '../terminal/terminal';

export const read: Command = {
  name: 'read',
  summary: 'Show an extract as it is read: the header, then each record, as NDJSON.',
  usage: [
    'entra-inbound read EXTRACT [OPTIONS]',
    '',
    'EXTRACT              a CSV file, or - for standard input',
    '--encoding E         such as windows-1252 (default: byte order mark, else UTF-8)',
    '--delimiter D        one character or several (default: detected)',
    '--quote Q            one or more characters (default ")',
    '--header N           the line of the header, from 1 (default: the first that is not blank)',
    '--max-records N      the maximum number of records (default 5,000,000)',
    '--max-bytes N        the maximum number of bytes (default 2 GiB)',
    '--profile            print one JSON object instead: a profile of each column, with values of people',
    '',
    'Cells with invisible or control characters, or with lost letters, cause one warning per column.',
    'After a fatal problem the output must not be used; the last line is then an object with "fatal".',
  ],
  options: {
    ...READ_OPTIONS,
    profile: { type: 'boolean' },
  },
  takes: [1, 1],
  run: async (invocation) => {
    const { terminal } = invocation;
    const extract = argument(invocation, 0);
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const printer = new ProblemPrinter(terminal, { extract, showValues: false }, json);
    const view = invocation.flag('profile') ? new ProfileView() : new RecordView();
    let damage: UnmappedDamage | undefined;
    let refused = false;
    let isFatal = false;
    for await (const events of readExtract(extractBytes(extract, terminal), readOptions(invocation))) {
      let lines = '';
      for (const event of events) {
        if (event.kind === 'header') damage = new UnmappedDamage(event.header.columns);
        if (event.kind === 'record') damage?.add(event.record);
        if (event.kind !== 'problem') lines += view.show(event);
        else {
          const { problem } = event;
          await printer.print(problem);
          refused ||= problem.severity !== 'warning';
          if (problem.severity === 'fatal') {
            isFatal = true;
            lines += jsonLine({ fatal: { code: problem.code, message: problem.message } });
          }
        }
      }
      await terminal.data(lines);
      terminal.signal.throwIfAborted();
    }
    if (!isFatal) {
      await terminal.data(view.end());
      for (const problem of damage?.problems ?? []) await printer.print(problem);
    }
    await printer.finish();
    return refused ? ExitCode.problems : ExitCode.ok;
  },
};

/** The output of `read`, apart from problems. */
interface View {
  readonly show: (event: Exclude<ExtractEvent, { kind: 'problem' }>) => string;
  readonly end: () => string;
}

class RecordView implements View {
  show(event: Exclude<ExtractEvent, { kind: 'problem' }>): string {
    return jsonLine(event.kind === 'header' ? event.header.columns : event.record.cells);
  }

  end(): string {
    return '';
  }
}

/** Prints everything at the end. */
class ProfileView implements View {
  #builder: ProfileBuilder | undefined;

  show(event: Exclude<ExtractEvent, { kind: 'problem' }>): string {
    if (event.kind === 'header') this.#builder = new ProfileBuilder(event.header.columns);
    else this.#builder?.add(event.record);
    return '';
  }

  end(): string {
    return this.#builder === undefined ? '' : jsonLine(this.#builder.finish(true));
  }
}
