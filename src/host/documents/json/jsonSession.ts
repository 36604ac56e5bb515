import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import type { DocumentAnswers } from '../../../language/shared/documentAnswers';

/** A JSON document that we know something about, kept understood while it is typed in. */
export interface JsonSession {
  /** What is known of the text as it stands now; nothing while a large text is still being read. */
  readonly answers: DocumentAnswers | undefined;
  edited(changes: readonly TextDocumentContentChangeEvent[]): void;
  dispose(): void;
}

/** Makes a session; `changed` is to be called when there are answers, or others, without the text having changed. */
export type OpenSession = (document: TextDocument, changed: () => void) => JsonSession;
