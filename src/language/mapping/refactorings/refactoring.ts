import type { Span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';

/** A change of the text that is offered at a place. */
export interface Refactored {
  readonly title: string;
  readonly kind: 'refactor.rewrite' | 'refactor.inline' | 'refactor.extract' | 'refactor.move' | 'source.sortRules';
  readonly edits: readonly TextEdit[];
  /** The lines that it touches are formatted. */
  readonly isStructural?: true;
}

/**
 * Looks for what can be changed at a place. A new refactoring is a file in this folder and a line in `table.ts`.
 * @param where the selection; empty at a cursor
 */
export type Refactoring = (document: MappingDocument, where: Span) => Iterable<Refactored>;
