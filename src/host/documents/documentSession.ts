import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import type { DocumentAnswers, DocumentKind } from '../../language/shared/documentAnswers';

/** A document that we know something about, kept understood while it is typed in. */
export interface DocumentSession {
  readonly kind: DocumentKind;
  /** What is known of the text as it is now; nothing while a large text is still being read. */
  readonly answers: DocumentAnswers | undefined;
  edited(changes: readonly TextDocumentContentChangeEvent[]): void;
  dispose(): void;
}

/**
 * Opens a document of a kind.
 * @param changed to be called when there are answers, or others, without the text having changed
 */
export type OpenSession = (document: TextDocument, kind: DocumentKind, changed: () => void) => DocumentSession;
