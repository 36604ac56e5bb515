import type { CodeActionKind, Disposable, DocumentFilter } from 'vscode';
import type * as protocol from 'vscode-languageserver-types';
import type { CommandId } from '../contributions';
import type { LanguageName } from '../documents/languages';
import type { Services } from '../services';

/** Puts one question of the editor to the documents of a language. */
type RegisterQuestion = (services: Services, language: EditorLanguage) => Disposable;

/** A language as the editor knows it, and what is asked about its documents. */
export interface EditorLanguage {
  /** What it is called where its documents are opened; several for texts that only their content tells apart. */
  readonly names: readonly LanguageName[];
  readonly documents: readonly DocumentFilter[];
  /** Characters after which something new can be offered. */
  readonly completionTriggers: readonly string[];
  readonly actionKinds: readonly CodeActionKind[];
  /** The commands that links in a hover may run. */
  readonly hoverCommands: readonly CommandId[];
  /** What its semantic tokens mean, where it has any. */
  readonly tokensLegend?: protocol.SemanticTokensLegend;
  readonly questions: readonly RegisterQuestion[];
}
