import type { Problem } from '../../../core/problems/problem';
import type { Span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';

/** A problem that needs fixes. A language's request adds what its fixes use. */
export interface ProblemToFix {
  readonly code: string;
  readonly severity: Problem['severity'];
  /** The data of the problem, empty if there is none. Fixes check its shape before they use it. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly span: Span;
}

/** One way to fix a problem. */
export interface Fix {
  readonly title: string;
  /** Edits that do not overlap. */
  readonly edits?: readonly TextEdit[];
  /** Whether this is the only sensible fix. */
  readonly isPreferred?: boolean;
  readonly command?: EditorCommand;
}

/** A command of the editor that a fix or a refactoring runs. */
export interface EditorCommand {
  readonly id: string;
  readonly arguments: readonly unknown[];
}

/**
 * A way to fix certain kinds of problems. To add one, add a file in the language's `quickFixes` and a line in its
 * `table.ts`.
 */
export interface QuickFix<Request extends ProblemToFix, Own extends Fix = Fix> {
  /** The codes of the problems that it may fix. */
  readonly codes: readonly string[] | 'every';
  readonly fixes: (request: Request) => Iterable<Own>;
}
