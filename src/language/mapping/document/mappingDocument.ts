import type { LoadedMapping } from '../../../core/mapping/loadMapping';
import { loadMapping } from '../../../core/mapping/loadMapping';
import type { Span } from '../../../core/text/span';
import { LineIndex } from '../../../core/text/lineIndex';
import type { Range } from 'vscode-languageserver-types';
import type { EditorKnowledge } from './knowledge';

/**
 * A mapping that is open in an editor: its text, parsed once, and what is known about its extract. Every editor feature
 * starts here.
 */
export interface MappingDocument {
  readonly text: string;
  readonly loaded: LoadedMapping;
  readonly index: LineIndex;
  readonly knowledge: EditorKnowledge;
}

/** Parses a text. Never throws. */
export function openMapping(text: string, knowledge: EditorKnowledge = {}): MappingDocument {
  return { text, loaded: loadMapping(text, knowledge), index: new LineIndex(text), knowledge };
}

/**
 * The document after a change of its text or of what else is known. The result equals opening it again, but only the
 * changed statements are parsed.
 */
export function changeMapping(document: MappingDocument, text: string, knowledge: EditorKnowledge): MappingDocument {
  const isSameText = text === document.text;
  if (isSameText && knowledge === document.knowledge) return document;
  const isSameCheck = isSameText && document.knowledge.columns === knowledge.columns;
  return {
    text,
    loaded: isSameCheck ? document.loaded : loadMapping(text, knowledge, document.loaded),
    index: isSameText ? document.index : new LineIndex(text),
    knowledge,
  };
}

/** Converts a span to a range of the protocol. */
export function rangeOf({ index }: MappingDocument, { start, end }: Span): Range {
  return { start: index.positionAt(start), end: index.positionAt(end) };
}
