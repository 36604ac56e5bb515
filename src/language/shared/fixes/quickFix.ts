import type { Problem } from '../../../core/problems/problem';
import type { Span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';

/** A problem that is to be fixed. A language's request adds what its fixes look at. */
export interface ProblemToFix {
  readonly code: string;
  readonly severity: Problem['severity'];
  /** The data of the problem, empty if there is none; its shape is checked before use. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly span: Span;
}

/** One way to fix it. */
export interface Fix {
  readonly title: string;
  /** None overlaps another. */
  readonly edits?: readonly TextEdit[];
  /** The only sensible one. */
  readonly isPreferred?: boolean;
  readonly command?: EditorCommand;
}

/** A command of the editor that a fix or a refactoring runs. */
export interface EditorCommand {
  readonly id: string;
  readonly arguments: readonly unknown[];
}

/**
 * A way to fix problems of some kinds. To add one, add a file in the language's `quickFixes` and a line in its
 * `table.ts`.
 */
export interface QuickFix<Request extends ProblemToFix, Own extends Fix = Fix> {
  /** The codes of the problems that it is asked about. */
  readonly codes: readonly string[] | 'every';
  readonly fixes: (request: Request) => Iterable<Own>;
}
