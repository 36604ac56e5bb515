import { jsonKinds } from '../../json/jsonProblemKinds';
import { jsonLimits, tooManyElements } from '../../json/jsonLimits';
import { byPlace, movedBy, placed } from '../../json/placedProblems';
import { readJsonText, readTree } from '../../json/readJsonText';
import { syntaxProblem } from '../../json/syntaxMistake';
import type { Problem } from '../../problems/problem';
import type { Span } from '../../text/span';
import { span } from '../../text/span';
import { checkEnvelope, checkTogether, factsOfUser } from '../checks/checkPayload';
import { duplicatesAcross } from '../checks/duplicates';
import type { PayloadKnowledge } from '../shape/payloadKnowledge';
import type { DocumentLine } from './brokenLines';
import { brokenLines } from './brokenLines';
import { openPayload } from './openPayload';
import { textBetween } from './payloadText';
import type { SeveralDocuments } from './furtherDocuments';
import { severalDocuments } from './furtherDocuments';
import { gapProblems } from './listGap';
import type { OperationFacts } from '../checks/payloadCheck';
import type { PayloadDocument } from './payloadModel';
import { movedFacts } from './payloadPart';
import { readEnvelope, readUser } from './readPart';
import { unrecognised } from './unrecognised';

const found = new WeakMap<PayloadDocument, readonly Problem[]>();

/** All problems in a payload, with offsets in the whole text and sorted by place. */
export function problemsOf(document: PayloadDocument): readonly Problem[] {
  const known = found.get(document);
  if (known !== undefined) return known;
  const problems = findProblems(document);
  found.set(document, problems);
  return problems;
}

function findProblems(document: PayloadDocument): readonly Problem[] {
  if (document.excess !== undefined) return [document.excess];
  const problems = ofDocuments(document);
  if (!problems.some(({ code }) => code === jsonKinds.syntax.code)) return problems;
  const lines = brokenLines(textBetween(document, 0, document.length));
  return lines === undefined ? problems : problemsOfLines(lines, document.knowledge);
}

/**
 * All problems in an NDJSON text with broken lines: each broken line with its number, and the problems of the others.
 */
export function problemsOfLines(lines: readonly DocumentLine[], knowledge: PayloadKnowledge): readonly Problem[] {
  const facts: (readonly OperationFacts[])[] = [];
  const problems = lines.flatMap(({ number, start, text, kind }) => {
    const move = movedBy(start);
    if (kind === undefined) return [placed(brokenLine(number, text), move)];
    if (kind === 'other') return [placed(notPayload(text), move)];
    const document = openPayload(text, knowledge, { kind });
    facts.push(kind === 'user' ? userFacts(text, start) : factsOf(document).map((fact) => movedFacts(fact, start)));
    return ofDocuments(document).map((problem) => placed(problem, move));
  });
  return [...problems, ...duplicatesAcross(facts)].sort(byPlace);
}

function brokenLine(number: number, text: string): Problem {
  const problem = notPayload(text);
  return { ...problem, message: `Line ${number} of this NDJSON text is not a JSON document. ${problem.message}` };
}

function ofDocuments(document: PayloadDocument): readonly Problem[] {
  const several = severalDocuments(document);
  if (several === undefined) return problemsOfOne(document);
  const ofFurther = several.further.flatMap(({ start, text, document: further }) => {
    const move = movedBy(start);
    const problems = further === undefined ? [notPayload(text)] : problemsOf(further);
    return problems.map((problem) => placed(problem, move));
  });
  const ofEach = [...problemsOfOne(document, several.end), ...ofFurther];
  return [...ofEach, ...acrossDocuments(document, several)].sort(byPlace);
}

/** The problems of people who occur in several documents. */
function acrossDocuments(document: PayloadDocument, { end, further }: SeveralDocuments): Iterable<Problem> {
  const first =
    document.kind === 'user' ? userFacts(document.parts[0]?.text.slice(0, end) ?? '', 0) : factsOf(document);
  const others = further.map(({ start, text, document: one }) => {
    if (one?.kind !== 'bulkRequest') return one === undefined ? [] : userFacts(text, start);
    return factsOf(one).map((facts) => movedFacts(facts, start));
  });
  return duplicatesAcross([first, ...others]);
}

function userFacts(text: string, start: number): readonly OperationFacts[] {
  const root = readTree(text);
  return root === undefined ? [] : [movedFacts(factsOfUser(root), start)];
}

/** @param end where the document ends, if others follow it */
function problemsOfOne(document: PayloadDocument, end = document.length): readonly Problem[] {
  if (document.kind === 'user' && end < document.length)
    return readUser(document.parts[0]?.text.slice(0, end) ?? '', document.knowledge).findings.problems;
  // Already in order, and sorting those of ten thousand parts is slow
  const ofParts = document.parts.flatMap(({ problems }) => problems);
  if (document.kind === 'user') return ofParts;
  const list = document.list === undefined ? span(0, 0) : listSpan(document);
  const around = [
    ...envelopeProblems(document, end),
    ...listProblems(document),
    ...checkTogether(factsOf(document), list),
  ].sort(byPlace);
  return merged(ofParts, around);
}

function notPayload(text: string): Problem {
  const { root, problems } = readJsonText(text);
  return problems[0] ?? unrecognised(root ?? { type: 'null', offset: 0 });
}

function merged(some: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  if (others.length === 0) return some;
  const all: Problem[] = [];
  let next = 0;
  for (const problem of some) {
    for (let other = others[next]; other !== undefined && byPlace(other, problem) < 0; other = others[++next])
      all.push(other);
    all.push(problem);
  }
  return all.concat(others.slice(next));
}

/** The facts of each operation, with offsets in the whole text. */
export function factsOf(document: PayloadDocument): readonly OperationFacts[] {
  return document.parts.map(({ facts }) => facts);
}

const tailStart = ({ length, tail }: PayloadDocument): number => length - tail.length;

function listSpan(document: PayloadDocument): Span {
  return span(document.head.length - 1, tailStart(document) + (document.list?.isClosed === true ? 1 : 0));
}

function envelopeProblems(document: PayloadDocument, end: number): readonly Problem[] {
  const { list } = document;
  const head = document.head.slice(0, end);
  if (list === undefined) return readEnvelope(head, checkEnvelope).problems;
  const tail = document.tail.slice(0, end - tailStart(document));
  // A text that ends inside the list is already reported by `listProblems`
  const bracket = list.isClosed ? '' : missingBrackets(tail);
  // Moves places after the head and the bracket added to it
  const rest = tailStart(document) - head.length - bracket.length;
  const move = ({ start, end }: Span): Span => ({
    start: start < head.length ? start : Math.max(start + rest, head.length),
    end: end <= head.length ? end : end + rest,
  });
  return readEnvelope(head + bracket + tail, checkEnvelope).problems.map((problem) => placed(problem, move));
}

/** The brackets to add to the envelope if the list's closing bracket is missing. */
function missingBrackets(tail: string): string {
  if (tail === '') return ']}';
  return tail.startsWith('"') ? '],' : ']';
}

function* listProblems(document: PayloadDocument): Generator<Problem> {
  const { parts, trailing, head, tail, list } = document;
  if (list === undefined) return;
  const end = parts.at(-1)?.end ?? head.length;
  const move = movedBy(end);
  // An unclosed list ends before the next member of the request, so `trailing` may contain the comma before that
  const place = tail.startsWith('"') ? 'afterUnclosed' : 'last';
  for (const problem of gapProblems(trailing, place)) yield placed(problem, move);
  const excess = parts[jsonLimits.elements];
  if (excess !== undefined) yield tooManyElements(excess.start);
  if (!list.isClosed && parts.at(-1)?.isClosed !== false)
    yield listNotClosed(head.length, end, tail === '' ? ']}' : ']');
}

function listNotClosed(start: number, end: number, newText: string): Problem {
  return syntaxProblem({
    span: span(end - 1, end),
    message: 'Missing "]": the list of operations is not closed after the last one.',
    opened: span(start - 1, start),
    isNestingLost: true,
    edit: { span: span(end, end), newText },
  });
}
