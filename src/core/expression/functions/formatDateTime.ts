import { expressionProblems } from '../expressionProblems';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import type { EvaluationContext } from '../context';
import type { InputFormat, OutputFormat } from '../dotnet/dates/dateFormat';
import { readInputFormat, readOutputFormat } from '../dotnet/dates/dateFormat';
import { DEFAULT_STYLES, readDateStyles } from '../dotnet/dates/dateStyles';
import { formatDate } from '../dotnet/dates/formatDate';
import { toFields } from '../dotnet/dates/instant';
import { parseDateExact } from '../dotnet/dates/parseDate';
import type { DateFormatFault } from '../dotnet/dates/splitDateFormat';
import type { Call, Slot } from '../syntax';
import { asText, EvaluationError, isDateTime } from '../value';
import { required, text } from './arguments';
import { literalIn } from './callArguments';
import type { Arguments, Evaluate, FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

export const formatDateTime: FunctionEntry = {
  name: 'FormatDateTime',
  family: 'Dates',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The text that holds a date, or a date.' },
    {
      name: 'dateTimeStyles',
      type: 'String',
      optional: true,
      documentation:
        "How to read white space and zones: names of .NET's DateTimeStyles, separated by commas; usually omitted.",
    },
    { name: 'inputFormat', type: 'String', documentation: 'The format of the source, as a custom format of .NET.' },
    { name: 'outputFormat', type: 'String', documentation: 'The format of the result, likewise.' },
  ],
  alsoTakes: [3],
  returns: 'String',
  documentation:
    'Reads a date in one format and writes it in another. The source must match the input format exactly, otherwise the record has a problem. An offset in the source is converted to UTC. The styles can be left out, which gives three arguments. The input format is ignored for a source that is a date.',
  example: {
    expression: 'FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    result: '2010-07-10T00:00:00Z',
  },
  fidelity: EXACT,
  check: checkFormats,
  compile: compileFormat,
};

/** The four places of a call; a call with three arguments omits the styles. */
function fourPlaces<Place>(places: readonly Place[]): readonly (Place | undefined)[] {
  const [source, ...formats] = places;
  return places.length === 3 ? [source, undefined, ...formats] : places;
}

function* checkFormats(call: Call): Generator<Problem> {
  const [, styles, input, output] = fourPlaces(call.slots);
  const read = readDateStyles(literalIn(styles)?.value ?? '');
  yield* refusalOf(styles, readDateStyles);
  yield* refusalOf(input, (format) => readInputFormat(format, 'styles' in read ? read.styles : DEFAULT_STYLES));
  yield* refusalOf(output, readOutputFormat);
}

/** Reports a literal text that `read` refuses. */
function* refusalOf(slot: Slot | undefined, read: (text: string) => object | DateFormatFault): Generator<Problem> {
  const constant = literalIn(slot);
  if (constant === undefined) return;
  const reading = read(constant.value);
  if (!('refusal' in reading)) return;
  yield problemOf(expressionProblems.argumentType, constant.span, reading.refusal);
}

function compileFormat<Source>(args: Arguments<Source>, at: Span): Evaluate<Source> {
  const places = fourPlaces(args);
  const source = required(places, 0);
  const styles = text(places, 1);
  const input = text(places, 2);
  const output = text(places, 3);
  const inputOf = remembered((format: string, styleNames: string): InputFormat => {
    const read = readDateStyles(styleNames);
    const reading = 'styles' in read ? readInputFormat(format, read.styles) : read;
    if ('refusal' in reading) throw new EvaluationError('E_TYPE', reading.refusal, at, format);
    return reading.format;
  });
  const outputOf = remembered((format: string): OutputFormat => {
    const reading = readOutputFormat(format);
    if ('refusal' in reading) throw new EvaluationError('E_TYPE', reading.refusal, at, format);
    return reading.format;
  });
  return (record, context: EvaluationContext) => {
    const value = source(record, context);
    if (value === null) return null;
    const written = outputOf(output(record, context) ?? '', '');
    if (isDateTime(value)) return formatDate(toFields(value), written);
    const plain = asText(value) ?? '';
    const format = input(record, context) ?? '';
    const date = parseDateExact(plain, inputOf(format, styles(record, context) ?? ''), context.now);
    if (date === undefined)
      throw new EvaluationError('E_DATE', `The text is not a date in the format "${format}".`, at, plain);
    return formatDate(date, written);
  };
}

/** Caches the last result, because formats are nearly always constants. */
function remembered<Result>(
  make: (first: string, second: string) => Result,
): (first: string, second: string) => Result {
  let last: { readonly first: string; readonly second: string; readonly result: Result } | undefined;
  return (first, second) => {
    if (last?.first !== first || last.second !== second) last = { first, second, result: make(first, second) };
    return last.result;
  };
}
