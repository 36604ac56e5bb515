import type { Invocation } from '../command';
import { argument, needed } from '../command';

/** The calls by which a user goes on after a run that has not come to its end. */
export interface NextCommands {
  /** Sends the same again. */
  readonly send: string;
  /** Reads what became of it. */
  readonly logs: string;
}

/** @param since ISO 8601: when the run started */
export function nextCommands(invocation: Invocation, since: string): NextCommands {
  const connection = ['--connection', needed(invocation, 'connection')];
  const mapping = invocation.option('mapping');
  const options = [...(mapping === undefined ? [] : ['--mapping', mapping]), ...connection];
  return {
    send: inShell(['send', argument(invocation, 0), ...options, ...(invocation.flag('wait') ? ['--wait'] : [])]),
    logs: inShell(['logs', ...connection, '--since', since]),
  };
}

function inShell(words: readonly string[]): string {
  return ['entra-inbound', ...words.map(quoted)].join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
