import { randomInt } from 'node:crypto';
import type { EvaluationContext } from '../../core/expression/context';
import type { JsonObject, JsonValue } from '../../core/json/jsonValue';
import { isJsonObject, member, readJson, sayUnread, stringMember } from '../../core/json/jsonValue';
import type { ExplainedAnswer } from '../answerExpression';
import { answerExpression, explainAnswer, readContext } from '../answerExpression';
import type { Command, Invocation } from '../command';
import { argument, choice, UsageError } from '../command';
import { boundedLines } from '../input/boundedLines';
import { ExitCode } from '../terminal/exitCode';
import { printable } from '../../core/text/printable';
import { jsonLine } from '../terminal/terminal';

export const evaluate: Command = {
  name: 'evaluate',
  summary: 'Evaluate an Entra expression on a record.',
  usage: [
    'entra-inbound evaluate EXPRESSION [--record JSON] [--context JSON] [--explain]',
    'entra-inbound evaluate --stdin',
    '',
    '--record JSON        the attributes, as an object: {"WorkerID": "7"}; missing ones are null',
    '--context JSON       the context of functions: {"now", "defaultDomain", "existingTargetValues", "guid", "seed"}',
    '--explain            show each step: every call with its result, indented (with --format json: as a tree)',
    '--stdin              read NDJSON of {"expression", "source", "context"}, answer one line each, in order; the exit code',
    '                     is then 0, for any answers',
    '',
    'Prints {"value": ...}, {"directive": ...} or {"error": {"code", "message", "offset"}}.',
  ],
  options: {
    record: { type: 'string' },
    context: { type: 'string' },
    stdin: { type: 'boolean' },
    explain: { type: 'boolean' },
  },
  takes: [0, 1],
  run: async (invocation) => {
    if (invocation.flag('stdin')) return evaluateLines(invocation);
    const { terminal } = invocation;
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const expression = argument(invocation, 0);
    const source = objectOption(invocation, 'record');
    const context = contextFrom(objectOption(invocation, 'context'));
    if (!invocation.flag('explain')) {
      const answer = answerExpression(expression, source, context);
      await terminal.data(jsonLine(answer));
      return 'error' in answer ? ExitCode.problems : ExitCode.ok;
    }
    const explained = explainAnswer(expression, source, context);
    await terminal.data(json ? jsonLine(explained) : describeStep(explained, 0));
    return 'error' in explained.answer ? ExitCode.problems : ExitCode.ok;
  },
};

/** A call followed by its arguments, which are indented. */
function describeStep({ expression, answer, parts }: ExplainedAnswer, depth: number): string {
  const line = `${'  '.repeat(depth)}${printable(expression)}  ->  ${JSON.stringify(answer)}\n`;
  return line + parts.map((part) => describeStep(part, depth + 1)).join('');
}

async function evaluateLines({ terminal }: Invocation): Promise<ExitCode> {
  for await (const line of boundedLines(terminal.stdin)) {
    // The reader is gone
    if (!terminal.isRead()) break;
    if (line.trim() === '') continue;
    const json = readJson(line);
    const request = 'error' in json ? undefined : json.value;
    const expression = stringMember(request, 'expression');
    const source = member(request, 'source') ?? {};
    if (expression === undefined || !isJsonObject(source)) {
      throw new UsageError('Every line of standard input must be an object with "expression" and "source".');
    }
    await terminal.data(jsonLine(answerExpression(expression, source, contextFrom(member(request, 'context')))));
  }
  return ExitCode.ok;
}

function objectOption(invocation: Invocation, name: string): JsonObject {
  const json = readJson(invocation.option(name) ?? '{}');
  if ('error' in json && json.isTooDeep) throw new UsageError(sayUnread(`The value of --${name}`, json));
  if ('error' in json || !isJsonObject(json.value)) throw new UsageError(`--${name} takes a JSON object.`);
  return json.value;
}

function contextFrom(json: JsonValue | undefined): EvaluationContext {
  const context = readContext(json, Date.now(), randomInt(2 ** 31));
  if ('refusal' in context) throw new UsageError(`Invalid context: ${context.refusal}`);
  return context;
}
