import type { Problem } from '../../../core/problems/problem';
import type { TextEdit } from '../../../core/text/textEdit';
import type { TextPlaces } from '../textPlaces';
import type { Fix, ProblemToFix, QuickFix } from './quickFix';

/** What a language brings to the engine: its table of fixes, and how a problem becomes their request. */
export interface FixLanguage<Request extends ProblemToFix, Own extends Fix = Fix> {
  readonly table: readonly QuickFix<Request, Own>[];
  readonly places: TextPlaces;
  /** `undefined` where the text has nothing that could be fixed. */
  readonly requestFor: (problem: ProblemToFix) => Request | undefined;
  /** The edits of a fix at their places in the whole document, laid out as the language lays out what is new. */
  readonly editsOf: (request: Request, edits: readonly TextEdit[], fix: Own) => readonly TextEdit[];
  /** The problems of a kind that one action may fix together; absent where each is fixed alone. */
  readonly allOf?: (code: string) => AllOfKind | undefined;
}

/** Problems of a kind that can be fixed at once. */
export interface AllOfKind {
  readonly title: string;
  /** All of them in the document. */
  readonly problems: readonly Problem[];
  /** The text says the same before and after, so an editor may do it when it saves. */
  readonly keepsMeaning?: true;
}
