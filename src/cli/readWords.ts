import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { nearest } from '../core/text/nearest';

export type Options = NonNullable<ParseArgsConfig['options']>;
type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** The words of a command line, parsed. */
interface Words {
  readonly values: Values;
  readonly positionals: readonly string[];
}

/** An option as it was written on the command line. */
interface Written {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether the value is in the same word: `--name=value`. */
  readonly inlineValue: boolean | undefined;
}

/** A usage error: shown with a pointer to the help, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Parses words into options and arguments. Throws {@link UsageError} if an option is unknown, lacks its value, or has a
 * value although it takes none.
 */
export function readWords(words: readonly string[], options: Options): Words {
  // Not strict, because Node's own messages differ from ours, and some have two lines
  const read = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of read.tokens) if (token.kind === 'option') assertTakes(options, token);
  return read;
}

function assertTakes(options: Options, written: Written): void {
  const { name, rawName, value } = written;
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) throw new UsageError(unknownOption(rawName, options));
  if (option.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${rawName} does not take a value, but has "${value}".`);
    return;
  }
  if (value === undefined || (value === '' && written.inlineValue === true))
    throw new UsageError(`${rawName} needs a value.`);
  if (written.inlineValue === true || !looksLikeOption(value)) return;
  throw new UsageError(
    `${rawName} needs a value, but the option "${value}" follows. If that is the value, write ${rawName}=${value}.`,
  );
}

/** Whether a word is an option. A negative number is a value, which the option itself validates. */
function looksLikeOption(value: string): boolean {
  return /^-./s.test(value) && !/^-\.?[0-9]/.test(value);
}

function unknownOption(rawName: string, options: Options): string {
  const meant = nearest(rawName.replace(/^-+/, ''), Object.keys(options));
  return `Unknown option "${rawName}".${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
}
