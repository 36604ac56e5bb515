import type { JsonNode } from '../../core/json/jsonNode';
import { elementsOf, memberNode, spanOf } from '../../core/json/jsonNode';
import type { Span } from '../../core/text/span';
import { span } from '../../core/text/span';
import type { TextEdit } from '../../core/text/textEdit';

// Edits of a JSON text that keep the rest byte for byte and write new parts in the same layout.

/** Sets a member: replaces the existing one or adds one after the last member. */
export function setMember(text: string, object: JsonNode, name: string, value: unknown): TextEdit {
  const own = memberNode(object, name);
  if (own !== undefined) return { span: spanOf(own), newText: written(text, own.offset, value) };
  return addItem(text, object, (at) => `${JSON.stringify(name)}: ${written(text, at, value)}`);
}

/** Adds an element at the end of a list. */
export function addElement(text: string, list: JsonNode, value: unknown): TextEdit {
  return addItem(text, list, (at) => written(text, at, value));
}

/** Removes an element of a list, or a member of an object by the node of its name, with its comma. */
export function removeItem(parent: JsonNode, item: JsonNode): TextEdit | undefined {
  const items = parent.children ?? [];
  const index = items.findIndex((child) => child === item || child.children?.[0] === item);
  const own = items[index];
  if (own === undefined) return undefined;
  const [before, after] = [items[index - 1], items[index + 1]];
  const { start, end } = spanOf(own);
  const where =
    after !== undefined
      ? span(start, after.offset)
      : before !== undefined
        ? span(before.offset + before.length, end)
        : span(start, end);
  return { span: where, newText: '' };
}

/** @param item writes the item; its argument is an offset on the line whose indentation applies */
function addItem(text: string, parent: JsonNode, item: (at: number) => string): TextEdit {
  const children = parent.type === 'array' ? elementsOf(parent) : (parent.children ?? []);
  const last = children.at(-1);
  if (last === undefined) return { span: insideOf(parent), newText: item(parent.offset) };
  const end = last.offset + last.length;
  const isOnLines = /[\r\n]/.test(text.slice(parent.offset, last.offset));
  const gap = isOnLines ? lineEnd(text) + indentAt(text, last.offset) : ' ';
  return { span: span(end, end), newText: `,${gap}${item(last.offset)}` };
}

function insideOf({ offset, length }: JsonNode): Span {
  return span(offset + 1, offset + Math.max(1, length - 1));
}

/** A value as JSON: on several lines if the surrounding text is, otherwise on one line. */
function written(text: string, at: number, value: unknown): string {
  const isFlat = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  if (isFlat || !/[\r\n]/.test(text)) return JSON.stringify(value);
  const lines = JSON.stringify(value, null, indentUnit(text)).split('\n');
  return lines.join(lineEnd(text) + indentAt(text, at));
}

function lineEnd(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** The indentation of the line that contains an offset. */
function indentAt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
}

/** The first indentation in the text, which is that of the outermost members. */
function indentUnit(text: string): string {
  return /[\r\n]([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}
