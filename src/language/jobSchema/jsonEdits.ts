import type { JsonNode } from '../../core/json/jsonNode';
import { elementsOf, memberNode, spanOf } from '../../core/json/jsonNode';
import type { Span } from '../../core/text/span';
import { span } from '../../core/text/span';
import type { TextEdit } from '../../core/text/textEdit';

// Edits of a JSON text that keep the rest of it byte for byte, and write what is new in the same layout.

/** A member with that value: replacing the existing one, or after the last one. */
export function setMember(text: string, object: JsonNode, name: string, value: unknown): TextEdit {
  const own = memberNode(object, name);
  if (own !== undefined) return { span: spanOf(own), newText: written(text, own.offset, value) };
  return addItem(text, object, (at) => `${JSON.stringify(name)}: ${written(text, at, value)}`);
}

/** Another element at the end of a list. */
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

/** @param item writes it, given an offset on the line whose indentation it takes */
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

/** JSON on lines of its own where the text around is, else on one line. */
function written(text: string, at: number, value: unknown): string {
  const isFlat = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  if (isFlat || !/[\r\n]/.test(text)) return JSON.stringify(value);
  const lines = JSON.stringify(value, null, indentUnit(text)).split('\n');
  return lines.join(lineEnd(text) + indentAt(text, at));
}

function lineEnd(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** What the line of a place begins with. */
function indentAt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
}

/** The first indentation in the text: that of the outermost members. */
function indentUnit(text: string): string {
  return /[\r\n]([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}
