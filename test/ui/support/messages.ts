import type { Locator, Page } from 'playwright-core';
import { errors } from 'playwright-core';

/** Milliseconds after which a notification that cannot be pressed has gone. */
const MOMENT = 3000;

/** What VS Code says to the user by itself. */
export class Messages {
  constructor(private readonly page: Page) {}

  /** A notification in the corner, by a part of its text. */
  notification(text: string): Locator {
    return this.page.locator('.notifications-toasts .notification-toast', { hasText: text }).first();
  }

  /** Presses a button of a notification. */
  async answerNotification(text: string, button: string): Promise<void> {
    const notification = await this.kept(text);
    await notification.hover();
    await notification.getByRole('button', { name: button, exact: true }).click();
  }

  /** A notification that was shown: it hides after a while, and stays in the list of the bell. */
  private async kept(text: string): Promise<Locator> {
    const toast = this.notification(text);
    if (await toast.isVisible()) return toast;
    await this.page.locator('[id="status.notifications"]').click();
    return this.page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
  }

  /** Removes all notifications. */
  async dismissNotifications(): Promise<void> {
    const toasts = this.page.locator('.notifications-toasts .notification-toast');
    while ((await toasts.count()) > 0) {
      // One that hides by itself meanwhile is not to be pressed any more
      await press(toasts.first()).catch((error: unknown) => {
        if (!(error instanceof errors.TimeoutError)) throw error;
      });
    }
  }

  /** The dialog over the window. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Says yes to the plan that a dialog asks about; gives what the dialog said. */
  async confirmPlan(): Promise<string> {
    await this.dialog.waitFor({ timeout: 60_000 });
    const words = await this.dialog.innerText();
    await this.dialog.getByRole('button', { name: /^Send (?!All)/ }).click();
    await this.dialog.waitFor({ state: 'detached' });
    return words;
  }

  /** Presses a button of the dialog and waits until it is gone. */
  async answerDialog(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}

/** Removes a notification, if it is still there. */
async function press(toast: Locator): Promise<void> {
  await toast.hover({ timeout: MOMENT });
  await toast.locator('.codicon-notifications-clear').click({ timeout: MOMENT });
}
