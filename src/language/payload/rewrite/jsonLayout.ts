import type { JsonNode } from '../../../core/json/jsonNode';
import { spanOf } from '../../../core/json/jsonNode';

/** The layout of the surrounding text, which insertions follow. */
export interface JsonLayout {
  readonly lineEnd: string;
  /** The indentation of one level. */
  readonly indent: string;
  /** The indentation of the line where the object or list begins. */
  readonly outer: string;
  /** Whether its members are on separate lines. */
  readonly isOnLines: boolean;
  readonly colon: string;
  readonly comma: string;
}

const INDENT = '  ';

/** The layout of an object or list; an empty one has the layout of the text around it. */
export function layoutOf(text: string, container: JsonNode): JsonLayout {
  const { start } = spanOf(container);
  const [first] = container.children ?? [];
  const outer = indentAt(text, start);
  const isOnLines =
    (first === undefined ? text : text.slice(start, first.offset)).includes('\n') || isSpread(text, container);
  return {
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    indent: indentIn(text, container),
    outer,
    isOnLines,
    colon: styleAround(text, container, colonIn) ?? ': ',
    comma: styleAround(text, container, commaIn) ?? ', ',
  };
}

/** The layout of the nearest enclosing object or list that shows one. */
function styleAround(
  text: string,
  container: JsonNode,
  styleIn: (text: string, node: JsonNode) => string | undefined,
): string | undefined {
  for (let node: JsonNode | undefined = container; node !== undefined; node = node.parent) {
    const style = node.type === 'property' ? undefined : styleIn(text, node);
    if (style !== undefined) return style;
  }
  return undefined;
}

function colonIn(text: string, { type, children = [] }: JsonNode): string | undefined {
  const [name, value] = (type === 'object' ? children[0]?.children : undefined) ?? [];
  if (name === undefined || value === undefined) return undefined;
  return text.slice(name.offset + name.length, value.offset) === ':' ? ':' : ': ';
}

function commaIn(text: string, { children: [first, second] = [] }: JsonNode): string | undefined {
  if (first === undefined || second === undefined) return undefined;
  return text.slice(first.offset + first.length, second.offset) === ',' ? ',' : ', ';
}

/** Whether the members after the first are on lines of their own, though the first is not. */
function isSpread(text: string, { children = [] }: JsonNode): boolean {
  const [first, second] = children;
  return first !== undefined && second !== undefined && text.slice(first.offset, second.offset).includes('\n');
}

/** The indentation of the line that contains an offset. */
export function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** The indentation of one level, as shown by the nearest enclosing object or list. */
function indentIn(text: string, container: JsonNode): string {
  for (let node: JsonNode | undefined = container; node !== undefined; node = node.parent) {
    const [first] = node.children ?? [];
    if (first === undefined || node.type === 'property') continue;
    const [outer, inner] = [indentAt(text, node.offset), indentAt(text, first.offset)];
    if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
  }
  return INDENT;
}

/** A value as JSON in a layout; `level` is relative to the object or list that it is inserted into. */
export function writeValue(value: unknown, layout: JsonLayout, level = 1): string {
  if (!layout.isOnLines) return writeOnLine(value, layout);
  const written = JSON.stringify(value, undefined, layout.indent);
  return written.replaceAll('\n', layout.lineEnd + layout.outer + layout.indent.repeat(level));
}

function writeOnLine(value: unknown, layout: JsonLayout): string {
  if (Array.isArray(value)) return `[${value.map((one: unknown) => writeOnLine(one, layout)).join(layout.comma)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, one]) => JSON.stringify(name) + layout.colon + writeOnLine(one, layout),
  );
  return layout.comma === ',' ? `{${members.join(',')}}` : `{ ${members.join(', ')} }`;
}
