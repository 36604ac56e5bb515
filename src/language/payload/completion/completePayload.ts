import { getNodePath } from 'jsonc-parser';
import type { JSONPath } from 'jsonc-parser';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import { elementsOf, membersOf, stringOf } from '../../../core/json/jsonNode';
import type { JsonNode } from '../../../core/json/jsonNode';
import { readTree } from '../../../core/json/readJsonText';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { EditedPayload } from '../editedPayload';
import { rangeAt } from '../../shared/textPlaces';
import type { MinimalRequest } from '../minimalRequest';
import { minimalRequest } from '../minimalRequest';
import { nodesAround } from '../nodeAtPath';
import type { AskedText, PayloadService } from '../payloadService';
import { describeOffer } from './describeOffer';
import { ONLY_WITH_NAME } from './editingSchema';

const ASK_ON = { title: 'Suggest', command: 'editor.action.triggerSuggest' };
const PROPERTY = 10 satisfies CompletionItem['kind'];
const SNIPPET = 2 satisfies CompletionItem['insertTextFormat'];

/** The place of the cursor. */
interface Place {
  readonly request: MinimalRequest;
  readonly parsed: AskedText;
  readonly root: JsonNode | undefined;
  /** The path of the enclosing object or list. */
  readonly around: JSONPath;
  /** Names or texts that already exist next to the one at the cursor. */
  readonly given: { readonly names: ReadonlySet<string>; readonly texts: ReadonlySet<string> };
  readonly isQuoted: boolean;
}

/** What can be written at an offset of a payload, in canonical case. Names come with their usual values. */
export async function completePayload(
  service: PayloadService,
  payload: EditedPayload,
  offset: number,
): Promise<CompletionList> {
  const request = apart(minimalRequest(payload, offset));
  const parsed = service.ask(payload.payload.kind, request);
  const place = placeOf(request, parsed);
  const { items = [] } = (await parsed.complete()) ?? {};
  return { isIncomplete: false, items: items.flatMap((item) => toItem(payload, place, item) ?? []) };
}

/**
 * Inserts a space if the cursor is directly before a quote, so that the service does not take the cursor as part of
 * that string.
 */
function apart(request: MinimalRequest): MinimalRequest {
  const { text, offset, toPayload } = request;
  const isBefore = text.charAt(offset) === '"' && /[\s,{[:]/.test(text.charAt(offset - 1));
  if (!isBefore) return request;
  return {
    text: `${text.slice(0, offset)} ${text.slice(offset)}`,
    offset,
    toPayload: (place) => toPayload(place <= offset ? place : place - 1),
  };
}

function placeOf(request: MinimalRequest, parsed: AskedText): Place {
  const root = readTree(request.text);
  const nodes = root === undefined ? [] : nodesAround(root, request.offset).filter((node) => isInside(node, request));
  const container = nodes.findLast(({ type }) => type === 'object' || type === 'array');
  return {
    request,
    parsed,
    root,
    around: container === undefined ? [] : getNodePath(container),
    given: givenIn(container, request),
    isQuoted: nodes.at(-1)?.type === 'string',
  };
}

function givenIn(container: JsonNode | undefined, request: MinimalRequest): Place['given'] {
  const names = membersOf(container).filter(({ nameNode }) => !isInside(nameNode, request));
  const texts = elementsOf(container).filter((element) => !isInside(element, request));
  return {
    names: new Set(names.map(({ name }) => name.toLowerCase())),
    texts: new Set(texts.flatMap((text) => stringOf(text) ?? [])),
  };
}

/** The brackets of an object or list belong to it; the closing quote of a string belongs to the text being typed. */
function isInside({ type, offset, length }: JsonNode, request: MinimalRequest): boolean {
  const end = offset + length;
  return (
    offset < request.offset && (type === 'object' || type === 'array' ? request.offset < end : request.offset <= end)
  );
}

function toItem(payload: EditedPayload, place: Place, item: CompletionItem): CompletionItem | undefined {
  const { textEdit, label } = item;
  const isName = item.kind === PROPERTY;
  if (textEdit === undefined || !('range' in textEdit) || !isWanted(place, label, textEdit.newText, isName))
    return undefined;
  const own = isName ? describeOffer(payload, place, label) : undefined;
  if (own === 'read-only') return undefined;
  return {
    ...item,
    ...own,
    insertTextFormat: SNIPPET,
    textEdit: editIn(payload, place, textEdit),
    additionalTextEdits: isName ? commaBefore(payload, place, textEdit) : [],
    ...(isName && /[[{]\$1[\]}],?$/.test(textEdit.newText) ? { command: ASK_ON } : {}),
  };
}

/** Leaves out null, empty texts and what is already there; between quotes, offers only texts. */
function isWanted({ isQuoted, given }: Place, label: string, newText: string, isName: boolean): boolean {
  if (isName) return !given.names.has(label.toLowerCase());
  if (['', ONLY_WITH_NAME, 'null', '{}', '[]'].includes(label)) return false;
  return (!isQuoted || newText.startsWith('"')) && !given.texts.has(label.slice(1, -1));
}

/** Moves an edit to the payload. In an unclosed string, only the word at the cursor is replaced. */
function editIn(payload: EditedPayload, { request, parsed }: Place, { range, newText }: TextEdit): TextEdit {
  const start = parsed.document.offsetAt(range.start);
  const end = parsed.document.offsetAt(range.end);
  const rest = request.text.slice(request.offset, Math.max(end, request.offset));
  const isWhole = /^[^\s",:{}[\]]*"?$/.test(rest);
  if (isWhole) return { range: rangeAt(payload, placed(request, start, end)), newText };
  const last = request.offset + (/^[\w$:.-]*/.exec(rest)?.[0].length ?? 0);
  // The service added a comma based on the text after the unclosed string
  const hasComma = /^\s*[,}\]]/.test(request.text.slice(last));
  return {
    range: rangeAt(payload, placed(request, start, last)),
    newText: hasComma ? newText.replace(/,$/, '') : newText,
  };
}

function placed({ toPayload }: MinimalRequest, start: number, end: number): Span {
  return span(toPayload(start), toPayload(end));
}

/** Adds the comma after the previous value, which people usually do not type before starting a new line. */
function commaBefore(payload: EditedPayload, { request, parsed }: Place, { range }: TextEdit): TextEdit[] {
  const before = request.text.slice(0, parsed.document.offsetAt(range.start)).trimEnd();
  if (!/["\]}\w]$/.test(before)) return [];
  const at = request.toPayload(before.length);
  return [{ range: rangeAt(payload, span(at, at)), newText: ',' }];
}
