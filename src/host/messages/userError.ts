import type { Uri } from 'vscode';
import type { Said } from './say';

/** A button of a notification. */
export interface NoticeAction {
  readonly title: string;
  readonly run: () => Thenable<unknown>;
}

/** A problem of a file, with text that may quote its contents: shown only in a document. */
export interface FileDetails {
  readonly file: Uri;
  readonly problems: readonly string[];
}

/**
 * An error that the user must know about and can resolve: shown as one sentence, with a button for the details or the remedy.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly words: Said;
  readonly action: NoticeAction | undefined;
  readonly details: FileDetails | undefined;

  constructor(words: Said, more: { readonly action?: NoticeAction; readonly details?: FileDetails } = {}) {
    super(words);
    this.words = words;
    this.action = more.action;
    this.details = more.details;
  }
}
