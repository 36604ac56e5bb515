import { toPiece } from '../../bytes/byteWriter';
import type { Call, Expression, StringLiteral } from '../../expression/syntax';
import { walk } from '../../expression/syntax';
import { FREE_WORK } from '../../expression/limits/workBudget';
import { isEmptyCell } from './emptyCell';
import type { AppendPlain, PlainCells } from './plain';
import { Plain } from './plain';
import { compilePlainDate } from './plainDate';

/** ASCII that JSON does not escape, and that the checks of values accept. */
const PLAIN = /^[ !#-*,-[\]-~]+$/;
const SPACE = 0x20;
/** The index of Replace's replacement argument, after the first two. */
const REPLACEMENT = 2;
/** The maximum length of a plain cell; cells with names and identifiers are shorter. */
const MAX_PLAIN_CELL = 256;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const LOWER_A = 0x61;
const LOWER_Z = 0x7a;
const CASE = 0x20;

/**
 * Compiles an expression that joins cells, as for identifiers and names, to bytes for cells of plain ASCII, without
 * decoding text. `undefined` for any other expression.
 */
export function compilePlain(expression: Expression, cells: PlainCells): AppendPlain | undefined {
  if (expression.kind === 'attribute') return compileAttribute(expression.name, cells);
  if (expression.kind === 'string') return isPlain(expression) ? compileLiteral(expression.value) : undefined;
  return expression.kind === 'call' ? compileCall(expression, cells) : undefined;
}

/**
 * Whether the text that an expression produces from plain cells always stays within the free part, because the byte
 * writers do not count work. Longer cells are not plain.
 */
export function isAlwaysFree(expression: Expression): boolean {
  let [work, calls] = [0, 0];
  for (const node of walk(expression)) {
    if (node.kind === 'attribute') work += MAX_PLAIN_CELL;
    else if (node.kind === 'string') work += node.value.length;
    // The separator is inserted between all sources
    else if (node.kind === 'call') {
      calls++;
      const [separator] = node.name === 'Join' ? node.slots : [];
      if (separator?.expression?.kind === 'string') work += separator.expression.value.length * node.slots.length;
    }
  }
  return work * (calls + 1) <= FREE_WORK;
}

function isPlain(expression: Expression | undefined): expression is StringLiteral {
  return expression?.kind === 'string' && PLAIN.test(expression.value);
}

function compileCall({ name, slots }: Call, cells: PlainCells): AppendPlain | undefined {
  const args = slots.map(({ expression }) => expression);
  const [first, second] = args;
  if (first === undefined) return undefined;
  switch (name) {
    case 'ToLower':
      return second === undefined ? changingCase(compilePlain(first, cells), UPPER_A, UPPER_Z) : undefined;
    case 'ToUpper':
      return second === undefined ? changingCase(compilePlain(first, cells), LOWER_A, LOWER_Z) : undefined;
    case 'StripSpaces':
      return without(SPACE, compilePlain(first, cells));
    case 'FormatDateTime':
      return compilePlainDate(args, cells);
    case 'Replace':
      return compileRemoval(args, cells);
    case 'Append':
      return second === undefined ? undefined : appending(compilePlain(first, cells), compilePlain(second, cells));
    case 'Join':
      return joining(first, all(args.slice(1).map((source) => source && compilePlain(source, cells))));
    default:
      return undefined;
  }
}

function compileAttribute(name: string, { lookup: { indexOf, empty }, unknown }: PlainCells): AppendPlain {
  const column = indexOf(name) ?? -1;
  const isEmpty = isEmptyCell(empty);
  return (row, out) => {
    const { cut, view } = row;
    const start = cut.starts[column] ?? 0;
    const end = cut.ends[column] ?? 0;
    if (start === end) return Plain.nothing;
    if (((cut.marks[column] ?? 0) & unknown) !== 0 || end - start > MAX_PLAIN_CELL) return Plain.unknown;
    if (isEmpty?.(row, column) === true) return Plain.nothing;
    out.appendRange(view, start, end);
    return Plain.text;
  };
}

function compileLiteral(text: string): AppendPlain {
  const piece = toPiece(text);
  return (_, out) => {
    out.append(piece);
    return Plain.text;
  };
}

/** Changes the case of the letters from `first` to `last`. */
function changingCase(source: AppendPlain | undefined, first: number, last: number): AppendPlain | undefined {
  if (source === undefined) return undefined;
  return (row, out) => {
    const start = out.at;
    const plain = source(row, out);
    const { bytes } = out;
    for (let at = start; at < out.at; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= first && byte <= last) bytes[at] = byte ^ CASE;
    }
    return plain;
  };
}

/** Compiles `Replace([Phone], " ", , , "", , )`, which removes a character. */
function compileRemoval(
  [source, old, ...others]: readonly (Expression | undefined)[],
  cells: PlainCells,
): AppendPlain | undefined {
  const [replacement, ...more] = others.filter((other) => other !== undefined);
  const isLone = replacement === others[REPLACEMENT] && more.length === 0;
  if (source === undefined || !isLone || replacement?.kind !== 'string' || replacement.value !== '') return undefined;
  return isPlain(old) && old.value.length === 1
    ? without(old.value.charCodeAt(0), compilePlain(source, cells))
    : undefined;
}

function without(character: number, source: AppendPlain | undefined): AppendPlain | undefined {
  if (source === undefined) return undefined;
  return (row, out) => {
    const start = out.at;
    const plain = source(row, out);
    const { bytes } = out;
    let to = start;
    for (let at = start; at < out.at; at++) {
      const byte = bytes[at] ?? 0;
      if (byte !== character) bytes[to++] = byte;
    }
    out.at = to;
    return plain === Plain.text && to === start ? Plain.unknown : plain;
  };
}

function appending(source: AppendPlain | undefined, suffix: AppendPlain | undefined): AppendPlain | undefined {
  if (source === undefined || suffix === undefined) return undefined;
  return (row, out) => {
    const plain = source(row, out);
    if (plain !== Plain.text) return plain;
    return suffix(row, out) === Plain.unknown ? Plain.unknown : Plain.text;
  };
}

/** If all sources are null, Join returns `""`, which is not null, so the expression itself has to decide. */
function joining(separator: Expression, sources: readonly AppendPlain[] | undefined): AppendPlain | undefined {
  if (sources === undefined || separator.kind !== 'string') return undefined;
  if (separator.value !== '' && !PLAIN.test(separator.value)) return undefined;
  const between = toPiece(separator.value);
  return (row, out) => {
    const start = out.at;
    let end = start;
    for (const source of sources) {
      if (end > start) out.append(between);
      const plain = source(row, out);
      if (plain === Plain.unknown) return Plain.unknown;
      if (plain === Plain.text) end = out.at;
      out.at = end;
    }
    return end > start ? Plain.text : Plain.unknown;
  };
}

function all<Item>(items: readonly (Item | undefined)[]): readonly Item[] | undefined {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}
