import type { CodeActionKind, Disposable, DocumentFilter } from 'vscode';
import type * as protocol from 'vscode-languageserver-types';
import type { CommandId } from '../contributions';
import type { LanguageName } from '../documents/languages';
import type { Services } from '../services';

/** Forwards a question of the editor to the documents of a language. */
type RegisterQuestion = (services: Services, language: EditorLanguage) => Disposable;

/** A language in the editor, and the supported questions about its documents. */
export interface EditorLanguage {
  /** The editor's name of the language; several for texts that are only distinguished by their content. */
  readonly names: readonly LanguageName[];
  readonly documents: readonly DocumentFilter[];
  /** Characters after which there may be new suggestions. */
  readonly completionTriggers: readonly string[];
  readonly actionKinds: readonly CodeActionKind[];
  /** The commands that links in a hover may run. */
  readonly hoverCommands: readonly CommandId[];
  /** The meaning of its semantic tokens, if it has any. */
  readonly tokensLegend?: protocol.SemanticTokensLegend;
  readonly questions: readonly RegisterQuestion[];
}
