import type { Span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { EditorCommand } from '../fixes/quickFix';

/** A refactoring that is offered at a place. */
export interface Refactored {
  readonly title: string;
  readonly kind: 'refactor.rewrite' | 'refactor.inline' | 'refactor.extract' | 'refactor.move' | 'source.sortRules';
  /** A function if the edits are computed only when the refactoring is chosen. */
  readonly edits?: readonly TextEdit[] | (() => readonly TextEdit[]);
  /** The touched lines are formatted. */
  readonly isStructural?: true;
  readonly command?: EditorCommand;
}

/**
 * Finds refactorings at a place. To add one, add a file in the language's `refactorings` and a line in its `table.ts`.
 * @param where the selection; empty at a cursor
 */
export type Refactoring<Document> = (document: Document, where: Span) => Iterable<Refactored>;
