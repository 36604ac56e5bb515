import type { CancellationToken, LogOutputChannel, MessageItem } from 'vscode';
import { ProgressLocation, window } from 'vscode';
import type { PlainText } from '../../core/text/plainText';
import type { Said } from './say';
import type { NoticeAction } from './userError';

/** Reports progress. */
export type ReportProgress = (words: Said, increment?: number) => void;

/**
 * The only place that shows notifications; the linter enforces this. They take only sentences of ours, and the log keeps those that have
 * disappeared.
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
   * Asks in a modal dialog.
   * @param keep the button that changes nothing. Default: the editor's own, "Cancel"
   */
  async confirm(question: Said, action: string, detail?: Said, keep?: string): Promise<boolean> {
    const options = { modal: true, ...(detail === undefined ? {} : { detail }) };
    if (keep === undefined) return (await window.showWarningMessage(question, options, action)) === action;
    const yes: MessageItem = { title: action };
    const no: MessageItem = { title: keep, isCloseAffordance: true };
    return (await window.showWarningMessage(question, options, yes, no)) === yes;
  }

  /**
   * Asks in a modal dialog, which shows its texts without markup, and returns the chosen button. The editor gives the Enter key to the
   * first one, which must be harmless. Its own button to cancel comes last.
   */
  async choose(message: PlainText, detail: PlainText, buttons: readonly PlainText[]): Promise<string | undefined> {
    return window.showWarningMessage(message, { modal: true, detail }, ...buttons);
  }

  /** Shows the progress of a task in a notification that can cancel it. */
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

/** Maximum length of a notification without a button: the editor shows its first line, and cuts off the rest. */
const ONE_LINE = 50;

/** The titles of the actions; a button without an effect where a long text without any would be cut off. */
function buttonsOf(words: Said, actions: readonly NoticeAction[]): readonly string[] {
  return actions.length === 0 && words.length > ONE_LINE ? ['OK'] : actions.map(({ title }) => title);
}

async function answer(chosen: string | undefined, actions: readonly NoticeAction[]): Promise<void> {
  await actions.find(({ title }) => title === chosen)?.run();
}
