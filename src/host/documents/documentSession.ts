import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import type { DocumentAnswers, DocumentKind } from '../../language/shared/documentAnswers';

/** A document of ours, parsed while it is edited. */
export interface DocumentSession {
  readonly kind: DocumentKind;
  /** What is known of the current text; nothing while a large text is still being read. */
  readonly answers: DocumentAnswers | undefined;
  edited(changes: readonly TextDocumentContentChangeEvent[]): void;
  dispose(): void;
}

/**
 * Opens a document of a kind.
 * @param changed called when there are new answers although the text has not changed
 */
export type OpenSession = (document: TextDocument, kind: DocumentKind, changed: () => void) => DocumentSession;
