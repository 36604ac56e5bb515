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

/** The kind of a document. */
export type DocumentKind = 'mapping' | PayloadKind;

/**
 * The editor features of a document. Every language implements this interface, which is why it sits below all of them;
 * a member is absent if the language does not support the feature. Places are offsets in the text, or ranges where the
 * protocol uses ranges.
 */
export interface DocumentAnswers {
  readonly kind: DocumentKind;
  readonly diagnose: (options?: DiagnosisOptions) => readonly Diagnostic[];
  /** Fixes for problems found by `diagnose`, and refactorings of the text in a range. */
  readonly codeActions: (request: ActionRequest) => readonly CodeAction[];
  /** Completes an action of `codeActions` with edits that are computed only when it is chosen. */
  readonly resolveAction: (action: CodeAction) => CodeAction;
  readonly complete: (offset: number) => CompletionList | Promise<CompletionList>;
  readonly hover: (offset: number) => Hover | undefined | Promise<Hover | undefined>;
  readonly symbols: () => readonly DocumentSymbol[];
  readonly signatureHelp?: (offset: number) => SignatureHelp | undefined;
  /** The edits that bring the text, or the lines of a range, into canonical form. */
  readonly format?: (range?: Range) => readonly TextEdit[];
  readonly folds?: () => readonly FoldingRange[];
  readonly selectionRanges?: (offsets: readonly number[]) => readonly SelectionRange[];
  readonly semanticTokens?: () => SemanticTokens;
  readonly inlayHints?: (range: Range) => readonly InlayHint[];
  /** A link without a target has a file pattern as its `data`: `{ glob: string }`. */
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

/** The edits of a renaming. */
export interface Renaming {
  readonly edits: readonly TextEdit[];
}

/** One sentence on why a name cannot be changed, or not to the requested one. */
export interface RenameRefusal {
  readonly error: string;
}
