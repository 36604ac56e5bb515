import type { Invocation } from '../command';
import { inShell } from './shellWords';

/** The calls by which a user goes on with a run after the call that began it. */
export interface NextCommands {
  readonly resume: string;
  readonly verify: string;
  /** Looks for the records at fault in a request that was refused. */
  readonly search: string;
}

/** In the place of a file that only the user knows. */
const CONNECTION_FILE = ['--connection', 'FILE'];

/** What calls have to name again, because nothing that is kept of a run says it: the connection's file above all. */
export function nextCommands(run: string, invocation: Invocation, isKnownByName: boolean): NextCommands {
  const connection = connectionWords(invocation, isKnownByName);
  const reading = given(invocation, ['encoding', 'delimiter', 'quote', 'header', 'max-records', 'max-bytes']);
  return {
    resume: inShell(['runs', 'resume', run, ...connection, ...reading]),
    verify: inShell(['runs', 'verify', run, ...connection]),
    search: inShell(['runs', 'find-rejected', run, ...connection, ...reading]),
  };
}

/** The same call with what lets its plan pass. */
export function confirmingCommand(name: string, { words }: Invocation, consent: readonly string[]): string {
  return inShell([name, ...without(words, ['--yes', '--confirm']), ...consent]);
}

/** The call that shows the log entries of a run's failures, which have the service's own words. */
export function failuresCommand(run: string, invocation: Invocation, isKnownByName: boolean): string {
  return inShell(['logs', '--run', run, '--failed', ...connectionWords(invocation, isKnownByName)]);
}

function connectionWords(invocation: Invocation, isKnownByName: boolean): readonly string[] {
  if (isKnownByName) return [];
  const named = given(invocation, ['connection']);
  return named.length > 0 ? named : CONNECTION_FILE;
}

/** The call of all people in the place of one of changes alone. */
export function wholeCommand(name: string, { words }: Invocation): string {
  return inShell([name, ...without(words, ['--only-changes'], ['--only-changes'])]);
}

/** The same call with the file of its connection, which it has to name. */
export function connectingCommand(name: string, { words }: Invocation): string {
  return inShell([name, ...words, ...CONNECTION_FILE]);
}

/** The call of `plan` that shows what a call of `send` would send. */
export function planningCommand({ words }: Invocation): string {
  return inShell(['plan', ...without(words, ['--yes', '--confirm', '--wait', '--format'], ['--yes', '--wait'])]);
}

/** The call of `send` that sends what a call of `plan` has printed. */
export function sendingCommand({ words }: Invocation, hash: string): string {
  const own = ['--directory', '--schema', '--domain', '--against', '--format'];
  return inShell(['send', ...without(words, own), '--confirm', hash]);
}

/** The words of a call without some of its options. */
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
