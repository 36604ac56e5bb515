import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { checkExpression } from '../../core/expression/check';
import { compileExpression } from '../../core/expression/compile';
import { parseExpression } from '../../core/expression/parser';
import type { Value } from '../../core/expression/value';
import { asText, EvaluationError, isDirective, isList } from '../../core/expression/value';
import type { JsonObject, JsonValue } from '../../core/json/jsonValue';
import { isJsonObject, member, readJson, stringMember } from '../../core/json/jsonValue';
import type { Problem } from '../../core/problem';
import type { Command, Invocation } from '../command';
import { argument, UsageError } from '../command';
import { ExitCode } from '../exitCode';
import { jsonLine } from '../terminal';

/** What `evaluate` prints for one expression. `offset` counts UTF-16 code units from the start of the expression. */
export type Answer =
  | { readonly value: string | null | readonly string[] }
  | { readonly directive: string }
  | { readonly error: { readonly code: string; readonly message: string; readonly offset: number } };

export const evaluate: Command = {
  name: 'evaluate',
  summary: 'Evaluate an Entra expression on a record.',
  usage: [
    'entra-inbound evaluate EXPRESSION [--record JSON]',
    'entra-inbound evaluate --stdin',
    '',
    '--record JSON        the attributes, as an object: {"WorkerID": "7"}; what it lacks is null',
    '--stdin              read NDJSON of {"expression", "source"}, answer one line each, in order',
    '',
    'Prints {"value": ...}, {"directive": ...} or {"error": {"code", "message", "offset"}}.',
  ],
  options: { record: { type: 'string' }, stdin: { type: 'boolean' } },
  takes: [0, 1],
  run: async (invocation) => {
    if (invocation.flag('stdin')) return evaluateLines(invocation);
    const source = readJson(invocation.option('record') ?? '{}');
    if ('error' in source || !isJsonObject(source.value)) throw new UsageError('--record takes a JSON object.');
    const answer = answerTo(argument(invocation, 0), source.value);
    await invocation.terminal.out(jsonLine(answer));
    return 'error' in answer ? ExitCode.problems : ExitCode.ok;
  },
};

async function evaluateLines({ terminal }: Invocation): Promise<ExitCode> {
  for await (const line of createInterface({ input: Readable.from(terminal.stdin), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const json = readJson(line);
    const request = 'error' in json ? undefined : json.value;
    const expression = stringMember(request, 'expression');
    const source = member(request, 'source') ?? {};
    if (expression === undefined || !isJsonObject(source))
      throw new UsageError('Every line of standard input must be an object with "expression" and "source".');
    await terminal.out(jsonLine(answerTo(expression, source)));
  }
  return ExitCode.ok;
}

/** Evaluates one expression on one record. */
export function answerTo(text: string, source: JsonObject): Answer {
  const { expression, problems } = parseExpression(text);
  const found = expression === undefined || problems.length > 0 ? problems : [...checkExpression(expression)];
  const [first] = found.filter((problem) => problem.severity === 'error');
  if (first !== undefined)
    return { error: { code: errorCode(first), message: first.message, offset: first.span.start } };
  if (expression?.kind !== 'call') {
    return {
      error: {
        code: 'E_PARSE',
        message: 'An expression is a call of a function. A column or a constant alone is a direct or constant mapping.',
        offset: 0,
      },
    };
  }
  try {
    return render(
      compileExpression<JsonObject>(expression, (name) => (record) => toValue(member(record, name)))(source),
    );
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return { error: { code: error.code, message: error.message, offset: error.span.start } };
  }
}

/** The codes that the command line prints, by the problem's own code. */
function errorCode({ code }: Problem): string {
  switch (code) {
    case 'expression.unknown-function':
      return 'E_UNKNOWN_FUNCTION';
    case 'expression.argument-count':
      return 'E_ARITY';
    case 'expression.argument-type':
      return 'E_TYPE';
    case 'expression.too-long':
      return 'E_TOO_LONG';
    case 'expression.not-evaluated':
      return 'E_NOT_EVALUATED';
    default:
      return 'E_PARSE';
  }
}

function toValue(json: JsonValue | undefined): Value {
  if (json === undefined || json === null) return null;
  if (Array.isArray(json)) return json.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
  if (typeof json === 'string' || typeof json === 'boolean') return json;
  return typeof json === 'number' ? String(json) : JSON.stringify(json);
}

function render(value: Value): Answer {
  if (value !== null && isDirective(value)) return { directive: value.directive };
  return { value: isList(value) ? value : asText(value) };
}
