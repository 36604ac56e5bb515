import type { Uri } from 'vscode';
import type { Said } from './say';

/** A button of a notification. */
export interface NoticeAction {
  readonly title: string;
  readonly run: () => Thenable<unknown>;
}

/** What is wrong with a file, with text that may quote its contents: shown in a document and nowhere else. */
export interface FileDetails {
  readonly file: Uri;
  readonly problems: readonly string[];
}

/**
 * Something that the user has to know and can do something about: shown as one sentence, with a button that leads to the
 * details or to what can be done.
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
