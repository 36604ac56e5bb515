import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Range,
  SelectionRange,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
} from 'vscode-languageserver-types';
import type { PayloadKind } from '../../core/payload/document/recognisePayload';
import type { ActionRequest } from './actionRequest';
import type { DiagnosisOptions } from './problemDiagnostics';

/** What a document is. */
export type DocumentKind = 'mapping' | PayloadKind;

/**
 * A document that we know something about, and what an editor may ask about it. Every language implements it, which is
 * why it is below all of them; a question that a language does not answer is absent. Places are offsets of the text,
 * and ranges where the protocol has ranges.
 */
export interface DocumentAnswers {
  readonly kind: DocumentKind;
  readonly diagnose: (options?: DiagnosisOptions) => readonly Diagnostic[];
  /** Fixes of problems that `diagnose` has found, and other ways to write what is in a range. */
  readonly codeActions: (request: ActionRequest) => readonly CodeAction[];
  /** An action of `codeActions` with the edits that are computed only when it is chosen. */
  readonly resolveAction: (action: CodeAction) => CodeAction;
  readonly complete: (offset: number) => CompletionList | Promise<CompletionList>;
  readonly hover: (offset: number) => Hover | undefined | Promise<Hover | undefined>;
  readonly symbols: () => readonly DocumentSymbol[];
  readonly signatureHelp?: (offset: number) => SignatureHelp | undefined;
  /** The edits that bring the text, or the lines of a range, into its canonical form. */
  readonly format?: (range?: Range) => readonly TextEdit[];
  readonly folds?: () => readonly FoldingRange[];
  readonly selectionRanges?: (offsets: readonly number[]) => readonly SelectionRange[];
  readonly semanticTokens?: () => SemanticTokens;
  readonly inlayHints?: (range: Range) => readonly InlayHint[];
  /** One without a target has a pattern of files as its `data`: `{ glob: string }`. */
  readonly links?: () => readonly DocumentLink[];
  readonly highlights?: (offset: number) => readonly DocumentHighlight[];
  readonly references?: (offset: number) => readonly Range[];
  readonly prepareRename?: (offset: number) => RenamePlace | RenameRefusal;
  readonly rename?: (offset: number, name: string) => Renaming | RenameRefusal;
}

/** What can be renamed at a cursor. */
export interface RenamePlace {
  readonly range: Range;
  readonly placeholder: string;
}

/** The edits that give something another name. */
export interface Renaming {
  readonly edits: readonly TextEdit[];
}

/** One sentence on why a name cannot be changed, or not to this one. */
export interface RenameRefusal {
  readonly error: string;
}
