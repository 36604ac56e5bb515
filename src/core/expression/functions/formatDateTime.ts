import type { Problem } from '../../problem';
import { formatDate } from '../dotnet/formatDate';
import { parseDateExact } from '../dotnet/parseDate';
import { readInputFormat, readOutputFormat } from '../dotnet/dateFormat';
import { DEFAULT_STYLES } from '../dotnet/dateStyles';
import type { Call } from '../syntax';
import { asText, EvaluationError } from '../value';
import type { Arguments, Evaluate, FunctionEntry } from './functionEntry';
import { required } from './functionEntry';

export const formatDateTime: FunctionEntry = {
  name: 'FormatDateTime',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The text that holds a date.' },
    {
      name: 'dateTimeStyles',
      type: 'String',
      optional: true,
      documentation: 'How white space and zones are read; usually left empty.',
    },
    { name: 'inputFormat', type: 'String', documentation: 'The format of the source, as .NET writes custom formats.' },
    { name: 'outputFormat', type: 'String', documentation: 'The format of the result, likewise.' },
  ],
  returns: 'String',
  documentation:
    'Reads a date in one format and writes it in another. The source must have exactly the input format, else the record has a problem. An offset in the source is converted to UTC.',
  example: {
    expression: 'FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    result: '2010-07-10T00:00:00Z',
  },
  check: checkFormats,
  compile: <Source>(args: Arguments<Source>, at: { start: number; end: number }): Evaluate<Source> => {
    const source = required(args, 0);
    const inputFormat = required(args, 2);
    const outputFormat = required(args, 3);
    return (record) => {
      const text = asText(source(record));
      if (text === null) return null;
      const format = asText(inputFormat(record)) ?? '';
      const input = readInputFormat(format, DEFAULT_STYLES);
      const output = readOutputFormat(asText(outputFormat(record)) ?? '');
      if ('refusal' in input) throw new EvaluationError('E_DATE', input.refusal, at, format);
      if ('refusal' in output) throw new EvaluationError('E_DATE', output.refusal, at);
      const date = parseDateExact(text, input.format, undefined);
      if (date === undefined)
        throw new EvaluationError('E_DATE', `The text is not a date in the format "${format}".`, at, text);
      return formatDate(date, output.format);
    };
  },
};

function* checkFormats(call: Call): Generator<Problem> {
  const styles = call.slots[1]?.expression;
  if (styles !== undefined) {
    yield {
      code: 'expression.not-evaluated',
      severity: 'error',
      message: 'This version reads dates with the default styles only: leave the second place of FormatDateTime empty.',
      span: styles.span,
    };
  }
  for (const [index, slot] of call.slots.entries()) {
    if (index < 2 || slot.expression?.kind !== 'string') continue;
    const { value, span } = slot.expression;
    const read = index === 2 ? readInputFormat(value, DEFAULT_STYLES) : readOutputFormat(value);
    if ('refusal' in read) yield { code: 'expression.argument-type', severity: 'error', message: read.refusal, span };
  }
}
