import type { Invocation } from '../command';
import { argument, needed } from '../command';

/** The calls by which a user goes on after a run that has not come to its end. */
export interface NextCommands {
  /** Sends the same again. */
  readonly send: string;
  /** Reads what became of it; `undefined` when that ends with the call, as does a sandbox that was started for it. */
  readonly logs: string | undefined;
}

/**
 * @param since ISO 8601: when the run started
 * @param isLasting whether the tenant is there after the call
 */
export function nextCommands(invocation: Invocation, since: string, isLasting: boolean): NextCommands {
  const connection = ['--connection', needed(invocation, 'connection')];
  const mapping = invocation.option('mapping');
  const options = [...(mapping === undefined ? [] : ['--mapping', mapping]), ...connection];
  return {
    send: inShell(['send', argument(invocation, 0), ...options, ...(invocation.flag('wait') ? ['--wait'] : [])]),
    logs: isLasting ? inShell(['logs', ...connection, '--since', since]) : undefined,
  };
}

function inShell(words: readonly string[]): string {
  return ['entra-inbound', ...words.map(quoted)].join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
