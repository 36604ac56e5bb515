import type { CancellationToken, LogOutputChannel, MessageItem } from 'vscode';
import { ProgressLocation, window } from 'vscode';
import type { PlainText } from '../../core/text/plainText';
import type { Said } from './say';
import type { NoticeAction } from './userError';

/** Tells how far something is. */
export type ReportProgress = (words: Said, increment?: number) => void;

/**
 * The only place where notifications are shown; the linter holds everything else to that. They take sentences of ours
 * alone, and the log keeps what has faded away.
 */
export class Notices {
  readonly #output: LogOutputChannel;

  constructor(output: LogOutputChannel) {
    this.#output = output;
  }

  async inform(words: Said, ...actions: readonly NoticeAction[]): Promise<void> {
    this.#output.info(words);
    await answer(await window.showInformationMessage(words, ...buttonsOf(words, actions)), actions);
  }

  async warn(words: Said, ...actions: readonly NoticeAction[]): Promise<void> {
    this.#output.warn(words);
    await answer(await window.showWarningMessage(words, ...buttonsOf(words, actions)), actions);
  }

  async fail(words: Said, ...actions: readonly NoticeAction[]): Promise<void> {
    this.#output.error(words);
    await answer(await window.showErrorMessage(words, ...buttonsOf(words, actions)), actions);
  }

  /**
   * Asks in a dialog over the window.
   * @param keep the button that changes nothing; unless said, the editor's own, which is called Cancel
   */
  async confirm(question: Said, action: string, detail?: Said, keep?: string): Promise<boolean> {
    const options = { modal: true, ...(detail === undefined ? {} : { detail }) };
    if (keep === undefined) return (await window.showWarningMessage(question, options, action)) === action;
    const yes: MessageItem = { title: action };
    const no: MessageItem = { title: keep, isCloseAffordance: true };
    return (await window.showWarningMessage(question, options, yes, no)) === yes;
  }

  /**
   * Asks in a dialog over the window, which draws nothing of its texts; gives the button that was pressed. The editor gives the Enter key
   * to the first one, which must do no harm. Its own button to cancel comes last.
   */
  async choose(message: PlainText, detail: PlainText, buttons: readonly PlainText[]): Promise<string | undefined> {
    return window.showWarningMessage(message, { modal: true, detail }, ...buttons);
  }

  /** Shows how far a task is in a notification that can cancel it. */
  async progress<Result>(
    title: Said,
    task: (report: ReportProgress, token: CancellationToken) => Promise<Result>,
  ): Promise<Result> {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    return window.withProgress(options, (progress, token) =>
      task((message, increment) => {
        progress.report({ message, ...(increment !== undefined && { increment }) });
      }, token),
    );
  }

  /** Shows in the status bar that a task runs. */
  async busy<Result>(title: Said, task: () => Promise<Result>): Promise<Result> {
    return window.withProgress({ location: ProgressLocation.Window, title: `$(loading~spin) ${title}` }, task);
  }
}

/** Characters of a notification that has no button: the editor shows the first line of it, and cuts off the rest. */
const ONE_LINE = 50;

/** The titles of the actions; a button that does nothing where a long text without any would be cut off. */
function buttonsOf(words: Said, actions: readonly NoticeAction[]): readonly string[] {
  return actions.length === 0 && words.length > ONE_LINE ? ['OK'] : actions.map(({ title }) => title);
}

async function answer(chosen: string | undefined, actions: readonly NoticeAction[]): Promise<void> {
  await actions.find(({ title }) => title === chosen)?.run();
}
