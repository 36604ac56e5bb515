import type { LoadedMapping } from '../../../core/mapping/loadMapping';
import { loadMapping } from '../../../core/mapping/loadMapping';
import type { Span } from '../../../core/text/span';
import { LineIndex } from '../../../core/text/lineIndex';
import type { Range } from 'vscode-languageserver-types';
import type { EditorKnowledge } from './knowledge';

/** A mapping in an editor: its text, read once, and what is known about its extract. Every question starts here. */
export interface MappingDocument {
  readonly text: string;
  readonly loaded: LoadedMapping;
  readonly index: LineIndex;
  readonly knowledge: EditorKnowledge;
}

/** Understands a text. Never throws. */
export function openMapping(text: string, knowledge: EditorKnowledge = {}): MappingDocument {
  return { text, loaded: loadMapping(text, knowledge), index: new LineIndex(text), knowledge };
}

/**
 * The document after a change of its text or of what is known besides. Equal to opening it again, at the cost of the
 * changed statements.
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

/** A span in the numbers of the protocol. */
export function rangeOf({ index }: MappingDocument, { start, end }: Span): Range {
  return { start: index.positionAt(start), end: index.positionAt(end) };
}
