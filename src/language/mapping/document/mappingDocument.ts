import type { LoadedMapping } from '../../../core/mapping/loadMapping';
import { loadMapping } from '../../../core/mapping/loadMapping';
import type { Span } from '../../../core/text/span';
import { LineIndex } from '../../../core/text/lineIndex';
import type { Range } from 'vscode-languageserver-types';
import type { EditorKnowledge } from './knowledge';

/** A mapping in an editor: its text, understood once, and what is known about its extract. Every question starts here. */
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

/** The same text when more has become known. */
export function withKnowledge(document: MappingDocument, knowledge: EditorKnowledge): MappingDocument {
  const isSameCheck = document.knowledge.columns === knowledge.columns;
  return { ...document, knowledge, loaded: isSameCheck ? document.loaded : loadMapping(document.text, knowledge) };
}

/** A span in the numbers of the protocol. */
export function rangeOf({ index }: MappingDocument, { start, end }: Span): Range {
  return { start: index.positionAt(start), end: index.positionAt(end) };
}
