import type { Problem } from '../../../core/problems/problem';
import type { TextEdit } from '../../../core/text/textEdit';
import type { TextPlaces } from '../textPlaces';
import type { Fix, ProblemToFix, QuickFix } from './quickFix';

/**
 * What a language provides to the fix engine: its table of fixes, and how to turn a problem into a request for them.
 */
export interface FixLanguage<Request extends ProblemToFix, Own extends Fix = Fix> {
  readonly table: readonly QuickFix<Request, Own>[];
  readonly places: TextPlaces;
  /** `undefined` if the text has nothing to fix for this problem. */
  readonly requestFor: (problem: ProblemToFix) => Request | undefined;
  /** Converts the edits of a fix to edits of the whole document, formatted in the language's style. */
  readonly editsOf: (request: Request, edits: readonly TextEdit[], fix: Own) => readonly TextEdit[];
  /** The problems of a kind that one action may fix together; absent if each is fixed separately. */
  readonly allOf?: (code: string) => AllOfKind | undefined;
}

/** Problems of a kind that can be fixed at once. */
export interface AllOfKind {
  readonly title: string;
  /** All problems of the kind in the document. */
  readonly problems: readonly Problem[];
  /** The fix does not change the meaning of the text, so an editor may apply it on save. */
  readonly keepsMeaning?: true;
}
