import type { Command, Invocation } from './command';
import { parseInvocation, UsageError } from './command';
import { check } from './commands/check';
import { connections } from './commands/connections';
import { convert } from './commands/convert';
import { doctor } from './commands/doctor';
import { evaluate } from './commands/evaluate';
import { format } from './commands/format';
import { importCommand } from './commands/import';
import { logs } from './commands/logs';
import { plan } from './commands/plan';
import { read } from './commands/read';
import { runs } from './commands/runs';
import { sandbox } from './commands/sandbox';
import { send } from './commands/send';
import { FileError } from '../files/fileError';
import { RunRefusal } from '../runs/runRefusal';
import { SendingRefusal } from '../sending/sendingRefusal';
import { escapingTerminal } from './terminal/escapingTerminal';
import { ExitCode } from './terminal/exitCode';
import { nearest } from '../core/text/nearest';
import { printable } from '../core/text/printable';
import { describeServiceError } from './terminal/serviceError';
import type { Terminal } from './terminal/terminal';
import { messageLine } from './terminal/terminal';
import { version } from './terminal/version';

const commands: readonly Command[] = [
  convert,
  check,
  format,
  read,
  evaluate,
  importCommand,
  plan,
  send,
  runs,
  logs,
  sandbox,
  connections,
  doctor,
];

/**
 * Runs one command of `entra-inbound` and returns its exit code.
 *
 * @param words the command line after the program's name
 */
export async function main(words: readonly string[], given: Terminal): Promise<ExitCode> {
  const terminal = escapingTerminal(given);
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await (name === undefined ? terminal.err : terminal.out)(overview());
    return conclude(name === undefined ? ExitCode.usage : ExitCode.ok, terminal, false);
  }
  if (name === '--version') {
    await terminal.out(`${version}\n`);
    return conclude(ExitCode.ok, terminal, false);
  }
  const { code, json } = await call(name, rest, terminal);
  return conclude(code, terminal, json);
}

/**
 * Reports that standard output was lost, unless the command has failed already. Only a command whose purpose is its
 * output fails because of that.
 */
async function conclude(code: ExitCode, terminal: Terminal, json: boolean): Promise<ExitCode> {
  const failure = terminal.outFailure();
  if (failure === undefined) return code;
  const { isDataLost } = failure;
  const rest = isDataLost ? 'Its content is incomplete.' : 'It was printed on standard error instead.';
  await terminal.err(messageLine(`Standard output cannot be written (${failure.code}). ${rest}`, json));
  return isDataLost && code === ExitCode.ok ? ExitCode.usage : code;
}

async function call(
  name: string,
  rest: readonly string[],
  terminal: Terminal,
): Promise<{ readonly code: ExitCode; readonly json: boolean }> {
  const command = commands.find((candidate) => candidate.name === name);
  let invocation: Invocation | undefined;
  try {
    if (command === undefined) throw new UsageError(unknownCall(name));
    invocation = parseInvocation(command, rest, terminal);
    if (invocation.flag('help')) {
      await terminal.out(helpOf(command));
      return { code: ExitCode.ok, json: false };
    }
    return { code: await command.run(invocation), json: invocation.option('format') === 'json' };
  } catch (error) {
    const { words: text, code } = failed(error, command, terminal);
    const json = invocation?.option('format') === 'json';
    await terminal.err(messageLine(text, json));
    return { code, json };
  }
}

function unknownCall(name: string): string {
  const meant = nearest(
    name,
    commands.map((command) => command.name),
  );
  return `Unknown command "${name}".${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

/** Converts errors of commands into messages. This is the only place that does; bugs are rethrown. */
function failed(
  error: unknown,
  command: Command | undefined,
  terminal: Terminal,
): { readonly words: string; readonly code: ExitCode } {
  if (error instanceof UsageError || error instanceof FileError) {
    const page = command === undefined ? '--help' : `${command.name} --help`;
    return { words: `${printable(error.message)}\nSee entra-inbound ${page}.`, code: ExitCode.usage };
  }
  // Interrupted work fails with various errors
  if (terminal.signal.aborted) return { words: 'Stopped.', code: ExitCode.partial };
  const service = describeServiceError(error);
  if (service !== undefined) return { words: service, code: ExitCode.service };
  if (error instanceof SendingRefusal || error instanceof RunRefusal)
    return { words: printable(`${error.message} ${error.remedy}`), code: ExitCode.guard };
  throw error;
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `entra-inbound: from an HR extract to Microsoft Entra accounts\n\nUsage: entra-inbound COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\nRun entra-inbound COMMAND --help for the options of a command. --version prints the version.\n\n${EXIT_CODES}`;
}

function helpOf(command: Command): string {
  return `${command.summary}\n\nUsage:\n${command.usage.map((line) => `  ${line}`.trimEnd()).join('\n')}\n  --format text|json   how problems and results are written (default text)\n  --help               this page\n\n${EXIT_CODES}`;
}

const EXIT_CODES =
  'Exit codes: 0 success, 1 problems in the input, 2 usage error, 3 the service refused or is unreachable,\n4 stopped by a guard (nothing was sent), 5 stopped part-way.\n';
