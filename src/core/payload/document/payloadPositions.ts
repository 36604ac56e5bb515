import type { Position } from '../../text/lineIndex';
import { LineIndex } from '../../text/lineIndex';
import type { PayloadDocument, PayloadPart } from './payloadModel';
import { indexOfPart } from './payloadText';

/** The lines before a piece of text: how many have ended, and the offset where the current one began. */
interface LineStart {
  readonly lines: number;
  readonly lineStart: number;
}

/** One for each part, then one for the text after the last. Made when a position is first requested. */
const starts = new WeakMap<PayloadDocument, readonly LineStart[]>();

/** The line and character of an offset, as editors count them. Uses the lines of the parts, not of the whole text. */
export function positionAt(document: PayloadDocument, offset: number): Position {
  const { head, parts, trailing, tail } = document;
  if (offset < head.length) return inPiece(head, 0, offset, { lines: 0, lineStart: 0 });
  const index = indexOfPart(parts, offset);
  const part = parts[index];
  const start = startsOf(document)[index] ?? { lines: 0, lineStart: 0 };
  if (part === undefined)
    return inPiece(trailing + tail, document.length - tail.length - trailing.length, offset, start);
  return inPiece(part.before + part.text, part.start - part.before.length, offset, start);
}

function inPiece(text: string, at: number, offset: number, { lines, lineStart }: LineStart): Position {
  const { line, character } = new LineIndex(text.slice(0, offset - at)).positionAt(offset - at);
  return line === 0 ? { line: lines, character: offset - lineStart } : { line: lines + line, character };
}

function startsOf(document: PayloadDocument): readonly LineStart[] {
  const known = starts.get(document);
  if (known !== undefined) return known;
  let at: LineStart = afterText({ lines: 0, lineStart: 0 }, document.head, 0);
  const made: LineStart[] = [at];
  for (const part of document.parts) {
    at = afterPart(at, part);
    made.push(at);
  }
  starts.set(document, made);
  return made;
}

function afterPart(at: LineStart, part: PayloadPart): LineStart {
  return afterText(afterText(at, part.before, part.start - part.before.length), part.text, part.start);
}

function afterText(before: LineStart, text: string, start: number): LineStart {
  let { lines, lineStart } = before;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) {
      lines++;
      lineStart = start + at + 1;
    }
  }
  return { lines, lineStart };
}
