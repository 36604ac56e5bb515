import type { ReadOptions } from '../../core/csv/extractEvent';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import type { Invocation } from '../command';
import { integerOption } from '../command';
import type { Options } from '../readWords';
import { sizeLimits } from './sizeLimits';

/** The options of every command that reads an extract. */
export const READ_OPTIONS: Options = {
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  quote: { type: 'string' },
  header: { type: 'string' },
  'max-records': { type: 'string' },
  'max-bytes': { type: 'string' },
};

/** Their lines in help pages. */
export const READ_USAGE: readonly string[] = [
  "--encoding E         the encoding of the extract, instead of the mapping's setting; likewise --delimiter D, --quote Q",
  '                     and --header N (see "entra-inbound read --help")',
  '--max-records N      the maximum number of records (default 5,000,000)',
  '--max-bytes N        the maximum number of bytes (default 2 GiB)',
];

/** The read options of the command. Throws `UsageError`. */
export function readOptions(invocation: Invocation): ReadOptions {
  const [encoding, delimiter, quote] = ['encoding', 'delimiter', 'quote'].map(invocation.option);
  const header = integerOption(invocation, 'header', 1, Number.MAX_SAFE_INTEGER);
  return {
    ...(encoding === undefined ? {} : { encoding }),
    // A tab is hard to type into a shell
    ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(quote === undefined ? {} : { quote }),
    ...(header === undefined ? {} : { header }),
    limits: sizeLimits(invocation),
  };
}

/** The mapping with the command's read options, which override its own settings. Throws `UsageError`. */
export function readAsAsked(loaded: LoadedMapping, invocation: Invocation): LoadedMapping {
  const { limits: _, ...given } = readOptions(invocation);
  const { model } = loaded;
  return { ...loaded, model: { ...model, source: { ...model.source, ...given } } };
}
