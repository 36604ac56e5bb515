import * as vscode from 'vscode';

/** A dialog over the window, as the extension has asked for it. */
export interface AskedDialog {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

interface Dialogs {
  /** In the order in which they were asked for. */
  readonly asked: readonly AskedDialog[];
  restore(): void;
}

/**
 * Answers dialogs in the place of a person: VS Code shows none while it runs tests. The extension and its tests have one object of the
 * editor's interface, whose other messages stay as they are.
 */
export function answerDialogs(answer: (dialog: AskedDialog) => string | undefined): Dialogs {
  const window = vscode.window as { showWarningMessage: (...args: readonly unknown[]) => Thenable<unknown> };
  const original = window.showWarningMessage;
  const asked: AskedDialog[] = [];
  window.showWarningMessage = (...args) => {
    const [message, options, ...buttons] = args as [string, vscode.MessageOptions | string | undefined, ...string[]];
    if (typeof options !== 'object' || options.modal !== true) return original.apply(window, args as []);
    const dialog = { message, detail: options.detail ?? '', buttons };
    asked.push(dialog);
    return Promise.resolve(answer(dialog));
  };
  return {
    asked,
    restore: () => {
      window.showWarningMessage = original;
    },
  };
}

/** The button that sends, in whichever way. */
export function sendButton({ buttons }: AskedDialog): string | undefined {
  return buttons.find((button) => button.startsWith('Send ') && button !== 'Send All at Once');
}

/** Says yes to every plan for as long as the tests of a `describe` run. */
export function confirmEveryPlan(): void {
  let dialogs: Dialogs | undefined;
  before(() => {
    dialogs = answerDialogs(sendButton);
  });
  after(() => {
    dialogs?.restore();
  });
}
