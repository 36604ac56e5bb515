import type { Span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { EditorCommand } from '../fixes/quickFix';

/** Another way to write the text that is offered at a place. */
export interface Refactored {
  readonly title: string;
  readonly kind: 'refactor.rewrite' | 'refactor.inline' | 'refactor.extract' | 'refactor.move' | 'source.sortRules';
  /** A function where the edits are made only when the refactoring is chosen. */
  readonly edits?: readonly TextEdit[] | (() => readonly TextEdit[]);
  /** The lines that it touches are formatted. */
  readonly isStructural?: true;
  readonly command?: EditorCommand;
}

/**
 * Looks for what can be changed at a place. To add a refactoring, add a file in the language's `refactorings` and a
 * line in its `table.ts`.
 * @param where the selection; empty at a cursor
 */
export type Refactoring<Document> = (document: Document, where: Span) => Iterable<Refactored>;
