import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { JsonNode } from '../../core/json/jsonNode';
import { memberNode, membersOf, spanOf } from '../../core/json/jsonNode';
import type { Span } from '../../core/text/span';
import type { EditedPart, EditedPayload } from './editedPayload';
import { rangeAt } from '../shared/textPlaces';
import { memberOfNode } from './nodeAtPath';

/** Protocol numbers of LSP's SymbolKind. */
const KINDS = { person: 19, attribute: 7 } as const satisfies Record<string, SymbolKind>;

/** Maximum number of people for whom the outline includes attributes. */
const WITH_ATTRIBUTES = 200;

/** The maximum length of a value. */
const DETAIL = 60;

/**
 * The outline: one entry for each person, by name, with the externalId next to it. Uses only facts of the parts that
 * are already known.
 */
export function payloadSymbols(payload: EditedPayload): DocumentSymbol[] {
  const { kind, parts } = payload.payload;
  const isDetailed = parts.length <= WITH_ATTRIBUTES;
  return parts.map((part, index) => {
    const { title, externalId, bulkId } = part.findings.facts;
    const name = [title, externalId?.text, bulkId?.text].find((text) => text !== undefined && text.trim() !== '');
    const span = inText(part, { start: 0, end: part.text.length });
    const named = externalId ?? bulkId;
    const detail = name === externalId?.text ? undefined : externalId?.text;
    return {
      name: name ?? (kind === 'user' ? 'User' : `Operation ${index + 1}`),
      ...(detail === undefined || detail === '' ? {} : { detail }),
      kind: KINDS.person,
      range: rangeAt(payload, span),
      selectionRange: rangeAt(payload, named === undefined ? firstOf(span) : inText(part, named.span)),
      ...(isDetailed
        ? { children: attributesOf(payload, part, kind === 'user' ? part.root : memberNode(part.root, 'data')) }
        : {}),
    };
  });
}

function inText({ start }: EditedPart, span: Span): Span {
  return { start: start + span.start, end: start + span.end };
}

/** The opening brace. */
function firstOf({ start, end }: Span): Span {
  return { start, end: Math.min(start + 1, end) };
}

function attributesOf(payload: EditedPayload, part: EditedPart, resource: JsonNode | undefined): DocumentSymbol[] {
  return membersOf(resource).map(({ name, nameNode, value }) => ({
    name: name.trim() === '' ? '""' : name,
    ...detailOf(value),
    kind: KINDS.attribute,
    range: rangeAt(payload, inText(part, spanOf(memberOfNode(nameNode)?.property ?? nameNode))),
    selectionRange: rangeAt(payload, inText(part, spanOf(nameNode))),
  }));
}

/** The detail for a value that is neither an object nor a list. */
function detailOf(node: JsonNode | undefined): { readonly detail?: string } {
  if (node === undefined || node.type === 'object' || node.type === 'array') return {};
  const value: unknown = node.value;
  const text = String(value);
  return text === '' ? {} : { detail: text.length > DETAIL ? `${text.slice(0, DETAIL)}…` : text };
}
