import { jsonKinds } from '../../json/jsonProblemKinds';
import type { JsonNode } from '../../json/jsonNode';
import { byPlace } from '../../json/placedProblems';
import { readJsonText } from '../../json/readJsonText';
import { syntaxProblem } from '../../json/syntaxMistake';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import { span } from '../../text/span';
import { checkOperation, checkUser } from '../checks/checkPayload';
import type { OperationFacts } from '../checks/payloadCheck';
import type { PayloadKnowledge } from '../shape/payloadKnowledge';
import { PartReading } from './payloadPart';
import type { OperationPiece } from './splitOperations';

/** The maximum length of an operation, or of the envelope, in UTF-16 units. */
const MAX_PART = 1_048_576;

/** The nesting around an operation: the request and its list. */
const DEPTH_OF_OPERATIONS = 2;

/** Parses and checks one element of the list of operations by itself. */
export function readOperation(
  text: string,
  { isClosed, isBalanced }: Pick<OperationPiece, 'isClosed' | 'isBalanced'>,
  knowledge: PayloadKnowledge,
): PartReading {
  const emptyFacts: OperationFacts = { span: span(0, text.length) };
  if (text.length > MAX_PART) {
    const problem = isClosed ? tooLarge('This operation') : notClosed(text, undefined);
    return new PartReading(text, { problems: [problem], facts: emptyFacts }, isClosed, false);
  }
  const { root, problems } = readJsonText(text, DEPTH_OF_OPERATIONS);
  if (root === undefined) {
    const first = isClosed ? problems : problems.slice(0, 1);
    return new PartReading(text, { problems: first, facts: emptyFacts }, isClosed, false);
  }
  const found = checkOperation(root, knowledge);
  // With unmatched brackets or quotes the tree is a guess, and problems found by checks are noise
  const all =
    isBalanced && isNested(problems)
      ? inOrder([...problems, ...found.problems])
      : firstMistake(text, isClosed, problems);
  return new PartReading(text, { problems: all, facts: found.facts }, isClosed, true);
}

/** Reads a user outside of a request, which is the whole text. */
export function readUser(text: string, knowledge: PayloadKnowledge): PartReading {
  const facts: OperationFacts = { span: span(0, text.length) };
  if (text.length > MAX_PART)
    return new PartReading(text, { problems: [tooLarge('This resource')], facts }, true, false);
  const { root, problems } = readJsonText(text);
  const found = root === undefined || !isNested(problems) ? [] : checkUser(root, knowledge);
  return new PartReading(text, { problems: inOrder([...problems, ...found]), facts }, true, root !== undefined);
}

/** Reads the envelope, with an empty list of operations. */
export function readEnvelope(
  text: string,
  check: (root: JsonNode) => readonly Problem[],
): { readonly root: JsonNode | undefined; readonly problems: readonly Problem[] } {
  if (text.length > MAX_PART) return { root: undefined, problems: [tooLarge('The text around the operations')] };
  const { root, problems } = readJsonText(text);
  const found = root === undefined || !isNested(problems) ? [] : check(root);
  return { root, problems: inOrder([...problems, ...found]) };
}

/** Whether all brackets and quotes are matched, so that members missing in the tree are missing in the text. */
function isNested(problems: readonly Problem[]): boolean {
  return !problems.some(({ code, data }) => code === jsonKinds.syntax.code && data?.isNestingLost === true);
}

function inOrder(problems: Problem[]): readonly Problem[] {
  return problems.length > 1 ? problems.sort(byPlace) : problems;
}

function firstMistake(text: string, isClosed: boolean, problems: readonly Problem[]): readonly Problem[] {
  const first = problems.find(({ code }) => code === jsonKinds.syntax.code) ?? problems[0];
  const isAtEnd = first?.data?.opened !== undefined;
  if (first === undefined || (!isClosed && isAtEnd)) return [notClosed(text, first)];
  return [first];
}

function notClosed(text: string, found: Problem | undefined): Problem {
  const message =
    'Missing closing bracket: this operation is not closed before the next one begins. Write the bracket where the object or list should end.';
  const edit = found?.data?.edit;
  const place = span(text.length - 1, text.length);
  const mistake = syntaxProblem({ span: place, message, opened: span(0, 1), isNestingLost: true });
  return edit === undefined ? mistake : { ...mistake, data: { ...mistake.data, edit } };
}

function tooLarge(what: string): Problem {
  const message = `${what} is longer than the limit of 1 MiB, so it is not checked. Look for an unmatched bracket or quote, or shorten it.`;
  return problemOf(jsonKinds.tooLarge, span(0, 1), message);
}
