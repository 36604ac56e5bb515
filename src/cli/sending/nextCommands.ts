import type { Invocation } from '../command';
import { inShell } from './shellWords';

/** The commands with which a user continues a run. */
export interface NextCommands {
  readonly resume: string;
  readonly verify: string;
  /** Finds the records at fault in a refused request. */
  readonly search: string;
}

/** Placeholder for a file that only the user knows. */
const CONNECTION_FILE = ['--connection', 'FILE'];

/**
 * The commands that continue a run, with the words that must be repeated because the run does not store them, above all
 * the connection's file.
 */
export function nextCommands(run: string, invocation: Invocation, isKnownByName: boolean): NextCommands {
  const connection = connectionWords(invocation, isKnownByName);
  const reading = given(invocation, ['encoding', 'delimiter', 'quote', 'header', 'max-records', 'max-bytes']);
  return {
    resume: inShell(['runs', 'resume', run, ...connection, ...reading]),
    verify: inShell(['runs', 'verify', run, ...connection]),
    search: inShell(['runs', 'find-rejected', run, ...connection, ...reading]),
  };
}

/** The user's command with the option that lets its plan pass. */
export function confirmingCommand(name: string, { words }: Invocation, consent: readonly string[]): string {
  return inShell([name, ...without(words, ['--yes', '--confirm']), ...consent]);
}

/** The command that shows the log entries of a run's failures, with the service's own messages. */
export function failuresCommand(run: string, invocation: Invocation, isKnownByName: boolean): string {
  return inShell(['logs', '--run', run, '--failed', ...connectionWords(invocation, isKnownByName)]);
}

function connectionWords(invocation: Invocation, isKnownByName: boolean): readonly string[] {
  if (isKnownByName) return [];
  const named = given(invocation, ['connection']);
  return named.length > 0 ? named : CONNECTION_FILE;
}

/** The user's command for everybody instead of only changed people. */
export function wholeCommand(name: string, { words }: Invocation): string {
  return inShell([name, ...without(words, ['--only-changes'], ['--only-changes'])]);
}

/** The user's command with the option for its connection, which it lacks. */
export function connectingCommand(name: string, { words }: Invocation): string {
  return inShell([name, ...words, ...CONNECTION_FILE]);
}

/** The `plan` command that shows what a `send` command would send. */
export function planningCommand({ words }: Invocation): string {
  return inShell(['plan', ...without(words, ['--yes', '--confirm', '--wait', '--format'], ['--yes', '--wait'])]);
}

/** The `send` command that sends what a `plan` command has printed. */
export function sendingCommand({ words }: Invocation, hash: string): string {
  const own = ['--directory', '--schema', '--domain', '--against', '--format'];
  return inShell(['send', ...without(words, own), '--confirm', hash]);
}

/** The words of a command without certain options. */
function without(words: readonly string[], options: readonly string[], flags: readonly string[] = ['--yes']) {
  const kept: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const [name = ''] = word.split('=');
    if (!options.includes(name)) kept.push(word);
    else if (name === word && !flags.includes(name)) index++;
  }
  return kept;
}

function given(invocation: Invocation, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = invocation.option(name);
    return value === undefined ? [] : [`--${name}`, value];
  });
}
