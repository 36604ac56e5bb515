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

/** Where the cursor is. */
interface Place {
  readonly request: MinimalRequest;
  readonly asked: AskedText;
  readonly root: JsonNode | undefined;
  /** The path of the object or list around the cursor. */
  readonly around: JSONPath;
  /** Names or texts next to the one being written. */
  readonly given: { readonly names: ReadonlySet<string>; readonly texts: ReadonlySet<string> };
  readonly isQuoted: boolean;
}

/** What can be written at an offset of a payload, in canonical case, each name with the value that it usually has. */
export async function completePayload(
  service: PayloadService,
  payload: EditedPayload,
  offset: number,
): Promise<CompletionList> {
  const request = apart(minimalRequest(payload, offset));
  const asked = service.ask(payload.payload.kind, request);
  const place = placeOf(request, asked);
  const { items = [] } = (await asked.complete()) ?? {};
  return { isIncomplete: false, items: items.flatMap((item) => toItem(payload, place, item) ?? []) };
}

/** Directly before a quote the cursor is not in the text that it begins: a space between them shows that. */
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

function placeOf(request: MinimalRequest, asked: AskedText): Place {
  const root = readTree(request.text);
  const nodes = root === undefined ? [] : nodesAround(root, request.offset).filter((node) => isInside(node, request));
  const container = nodes.findLast(({ type }) => type === 'object' || type === 'array');
  return {
    request,
    asked,
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

/** Of an object or a list the brackets are its own, of a text the last quote belongs to what is written. */
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

/** No null, no empty texts, nothing that is already there, and only texts between quotes. */
function isWanted({ isQuoted, given }: Place, label: string, newText: string, isName: boolean): boolean {
  if (isName) return !given.names.has(label.toLowerCase());
  if (['', ONLY_WITH_NAME, 'null', '{}', '[]'].includes(label)) return false;
  return (!isQuoted || newText.startsWith('"')) && !given.texts.has(label.slice(1, -1));
}

/** In the payload's places; of a text that is not closed only the word at the cursor is replaced. */
function editIn(payload: EditedPayload, { request, asked }: Place, { range, newText }: TextEdit): TextEdit {
  const start = asked.document.offsetAt(range.start);
  const end = asked.document.offsetAt(range.end);
  const rest = request.text.slice(request.offset, Math.max(end, request.offset));
  const isWhole = /^[^\s",:{}[\]]*"?$/.test(rest);
  if (isWhole) return { range: rangeAt(payload, placed(request, start, end)), newText };
  const last = request.offset + (/^[\w$:.-]*/.exec(rest)?.[0].length ?? 0);
  // The service has seen what follows the text that is not closed
  const hasComma = /^\s*[,}\]]/.test(request.text.slice(last));
  return {
    range: rangeAt(payload, placed(request, start, last)),
    newText: hasComma ? newText.replace(/,$/, '') : newText,
  };
}

function placed({ toPayload }: MinimalRequest, start: number, end: number): Span {
  return span(toPayload(start), toPayload(end));
}

/** The missing comma after the previous value: it is usually not typed before a new line. */
function commaBefore(payload: EditedPayload, { request, asked }: Place, { range }: TextEdit): TextEdit[] {
  const before = request.text.slice(0, asked.document.offsetAt(range.start)).trimEnd();
  if (!/["\]}\w]$/.test(before)) return [];
  const at = request.toPayload(before.length);
  return [{ range: rangeAt(payload, span(at, at)), newText: ',' }];
}
