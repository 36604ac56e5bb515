import { domainName } from '../core/text/domainName';
import type { Options } from './readWords';
import { readWords, UsageError } from './readWords';
import type { ExitCode } from './terminal/exitCode';
import type { Terminal } from './terminal/terminal';

export { UsageError };

/** The options and arguments of a command. */
export interface Invocation {
  /** All words after the command's name, unparsed. */
  readonly words: readonly string[];
  readonly arguments: readonly string[];
  readonly option: (name: string) => string | undefined;
  /** All values of an option that may be repeated. */
  readonly list: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  readonly terminal: Terminal;
}

/** A command: its name, its help and its action. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The lines of its help page below "Usage:"; the common options are added. */
  readonly usage: readonly string[];
  readonly options: Options;
  /** Minimum and maximum number of arguments. */
  readonly takes: readonly [least: number, most: number];
  readonly run: (invocation: Invocation) => Promise<ExitCode>;
}

const COMMON: Options = { help: { type: 'boolean', short: 'h' }, format: { type: 'string' } };

/** Parses the words after a command's name. Throws {@link UsageError}. */
export function parseInvocation(command: Command, words: readonly string[], terminal: Terminal): Invocation {
  const { values, positionals } = readWords(words, { ...COMMON, ...command.options });
  const invocation: Invocation = {
    words,
    arguments: positionals,
    option: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    list: (name) => [values[name]].flat().filter((value) => typeof value === 'string'),
    flag: (name) => values[name] === true,
    terminal,
  };
  const [least, most] = command.takes;
  if (!invocation.flag('help') && (positionals.length < least || positionals.length > most)) {
    throw new UsageError(
      positionals.length < least
        ? `${command.name} needs more arguments.`
        : `${command.name} does not take the argument "${positionals[most] ?? ''}".`,
    );
  }
  return invocation;
}

/** The value of an option with a fixed set of words. Throws {@link UsageError}. */
export function choice<Word extends string>(
  invocation: Invocation,
  name: string,
  words: readonly Word[],
  fallback: Word,
): Word {
  const given = invocation.option(name);
  if (given === undefined) return fallback;
  const word = words.find((candidate) => candidate === given);
  if (word === undefined) throw new UsageError(`--${name} takes ${words.join(' or ')}, not "${given}".`);
  return word;
}

/** The value of an option that is a whole number in a range. Throws {@link UsageError}. */
export function integerOption(invocation: Invocation, name: string, least: number, most: number): number | undefined {
  const given = invocation.option(name);
  if (given === undefined) return undefined;
  const value = /^[0-9]+$/.test(given) ? Number(given) : NaN;
  if (!(value >= least && value <= most))
    throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not "${given}".`);
  return value;
}

/** The domain that `--domain` names. Throws {@link UsageError}. */
export function domainOption(invocation: Invocation): string | undefined {
  const given = invocation.option('domain');
  if (given === undefined) return undefined;
  const name = domainName(given);
  if (name === undefined) throw new UsageError(`--domain takes a domain name such as northwind.com, not "${given}".`);
  return name;
}

/** The value of a required option. Throws {@link UsageError}. */
export function needed(invocation: Invocation, name: string): string {
  const given = invocation.option(name);
  if (given === undefined) throw new UsageError(`Missing option --${name}.`);
  return given;
}

/** An argument whose presence {@link parseInvocation} has checked. */
export function argument(invocation: Invocation, index: number): string {
  const given = invocation.arguments[index];
  if (given === undefined) throw new UsageError('Missing argument.');
  return given;
}
