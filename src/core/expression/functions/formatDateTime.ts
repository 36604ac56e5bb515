import type { Problem } from '../../problem';
import type { Span } from '../../text/span';
import type { EvaluationContext } from '../context';
import type { InputFormat, OutputFormat } from '../dotnet/dateFormat';
import { readInputFormat, readOutputFormat } from '../dotnet/dateFormat';
import { DEFAULT_STYLES, readDateStyles } from '../dotnet/dateStyles';
import { formatDate } from '../dotnet/formatDate';
import { toFields } from '../dotnet/instant';
import { parseDateExact } from '../dotnet/parseDate';
import type { Call, Expression } from '../syntax';
import { asText, EvaluationError, isDateTime } from '../value';
import { required, text } from './arguments';
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
        "How white space and zones are read: names of .NET's DateTimeStyles, with commas; usually left empty.",
    },
    { name: 'inputFormat', type: 'String', documentation: 'The format of the source, as .NET writes custom formats.' },
    { name: 'outputFormat', type: 'String', documentation: 'The format of the result, likewise.' },
  ],
  alsoTakes: [3],
  returns: 'String',
  documentation:
    'Reads a date in one format and writes it in another. The source must have exactly the input format, else the record has a problem. An offset in the source is converted to UTC. May be called with three arguments, without styles. A date is written at once: its input format does not count.',
  example: {
    expression: 'FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    result: '2010-07-10T00:00:00Z',
  },
  honesty: EXACT,
  check: checkFormats,
  compile: compileFormat,
};

/** Where styles, input format and output format stand: a call of three arguments has no styles. */
function placesOf(count: number): {
  readonly styles: number | undefined;
  readonly input: number;
  readonly output: number;
} {
  return count === 3 ? { styles: undefined, input: 1, output: 2 } : { styles: 1, input: 2, output: 3 };
}

function* checkFormats(call: Call): Generator<Problem> {
  const { styles, input, output } = placesOf(call.slots.length);
  const stylesText = constantAt(call, styles);
  const read = readDateStyles(stylesText?.value ?? '');
  if ('refusal' in read && stylesText !== undefined) yield problem(read.refusal, stylesText);
  const inputText = constantAt(call, input);
  const inputFormat =
    inputText === undefined
      ? undefined
      : readInputFormat(inputText.value, 'styles' in read ? read.styles : DEFAULT_STYLES);
  if (inputText !== undefined && inputFormat !== undefined && 'refusal' in inputFormat)
    yield problem(inputFormat.refusal, inputText);
  const outputText = constantAt(call, output);
  const outputFormat = outputText === undefined ? undefined : readOutputFormat(outputText.value);
  if (outputText !== undefined && outputFormat !== undefined && 'refusal' in outputFormat)
    yield problem(outputFormat.refusal, outputText);
}

function constantAt(call: Call, place: number | undefined): Extract<Expression, { kind: 'string' }> | undefined {
  const expression = place === undefined ? undefined : call.slots[place]?.expression;
  return expression?.kind === 'string' ? expression : undefined;
}

function problem(message: string, { span }: { readonly span: Span }): Problem {
  return { code: 'expression.argument-type', severity: 'error', message, span };
}

function compileFormat<Source>(args: Arguments<Source>, at: Span): Evaluate<Source> {
  const places = placesOf(args.length);
  const source = required(args, 0);
  const styles = places.styles === undefined ? () => null : text(args, places.styles);
  const input = text(args, places.input);
  const output = text(args, places.output);
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

/** Keeps the last result: formats are nearly always constants. */
function remembered<Result>(
  make: (first: string, second: string) => Result,
): (first: string, second: string) => Result {
  let last: { readonly first: string; readonly second: string; readonly result: Result } | undefined;
  return (first, second) => {
    if (last?.first !== first || last.second !== second) last = { first, second, result: make(first, second) };
    return last.result;
  };
}
