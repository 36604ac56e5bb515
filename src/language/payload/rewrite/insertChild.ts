import type { JsonNode } from '../../../core/json/jsonNode';
import { spanOf } from '../../../core/json/jsonNode';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { JsonLayout } from './jsonLayout';
import { indentAt, layoutOf, writeValue } from './jsonLayout';

/** Where to insert among the children: after one of them, or before all. */
export type InsertPlace = { readonly after: JsonNode } | 'first';

/** Inserts a member into an object, by default at its end, in the layout of the other members. */
export function insertMember(
  text: string,
  object: JsonNode,
  name: string,
  value: unknown,
  where?: InsertPlace,
): TextEdit {
  const layout = layoutOf(text, object);
  return insert(text, object, JSON.stringify(name) + layout.colon + writeValue(value, layout), layout, where);
}

/** The same with the JSON text of a value, which the caller has already re-indented. */
export function insertMemberText(
  text: string,
  object: JsonNode,
  name: string,
  value: string,
  where?: InsertPlace,
): TextEdit {
  const layout = layoutOf(text, object);
  return insert(text, object, JSON.stringify(name) + layout.colon + value, layout, where);
}

/** Inserts an element into a list, by default at its end. */
export function insertElement(text: string, list: JsonNode, value: unknown, where?: InsertPlace): TextEdit {
  const layout = layoutOf(text, list);
  // A list on one line stays on one line
  const own = { ...layout, isOnLines: layout.isOnLines && (list.children ?? []).length > 0 };
  return insert(text, list, writeValue(value, own), own, where);
}

function insert(text: string, container: JsonNode, child: string, layout: JsonLayout, where?: InsertPlace): TextEdit {
  const { children = [], offset } = container;
  const [first, last] = [children[0], children.at(-1)];
  if (first === undefined || last === undefined) return insertOnly(text, container, child, layout);
  const isFirst = where === 'first';
  const sibling = isFirst ? first : where === undefined ? last : where.after;
  const line = layout.isOnLines
    ? layout.lineEnd + (ownIndent(text, sibling) ?? layout.outer + layout.indent)
    : undefined;
  if (!isFirst) {
    const { end } = spanOf(sibling);
    return { span: span(end, end), newText: (line === undefined ? layout.comma : `,${line}`) + child };
  }
  const at = offset + 1;
  const gap = line ?? text.slice(at, first.offset);
  const separator = line === undefined && gap === '' ? layout.comma : ',';
  return { span: span(at, at), newText: gap + child + separator };
}

/** The indentation of a node that is the first item on its line; otherwise `undefined`. */
function ownIndent(text: string, { offset }: JsonNode): string | undefined {
  const indent = indentAt(text, offset);
  return text.charAt(offset - indent.length - 1) === '\n' ? indent : undefined;
}

/** Inserts into an empty object or list. */
function insertOnly(text: string, container: JsonNode, child: string, layout: JsonLayout): TextEdit {
  const { start, end } = spanOf(container);
  const blank = text.slice(start + 1, end - 1);
  const isList = container.type === 'array';
  const { lineEnd, outer, indent } = layout;
  const inner = layout.isOnLines
    ? `${lineEnd}${outer}${indent}${child}${lineEnd}${outer}`
    : isList || layout.comma === ','
      ? child
      : ` ${child} `;
  return { span: span(start + 1, start + 1 + blank.length), newText: inner };
}
