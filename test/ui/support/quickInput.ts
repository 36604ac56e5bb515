import type { Locator, Page } from 'playwright-core';

/** The list or box at the top of the window in which VS Code asks for something. */
export class QuickInput {
  readonly element: Locator;

  constructor(private readonly page: Page) {
    this.element = page.locator('.quick-input-widget:visible');
  }

  /**
   * Waits for a question: a part of its title, of its prompt, or of the placeholder in the box. The widget stays between two
   * questions of a command, so an answer given without waiting may go to the one before.
   */
  async waitForQuestion(text: string): Promise<void> {
    const said = this.element.getByText(text).or(this.element.getByPlaceholder(text));
    await said.first().waitFor();
  }

  /** Writes into the box and leaves it open, as for narrowing a list. */
  async answerUnsent(text: string): Promise<void> {
    const box = this.element.locator('input[type=text], input[type=password]').first();
    await box.waitFor();
    await box.fill(text);
  }

  /** Writes into the box and confirms. */
  async answer(text: string): Promise<void> {
    await this.answerUnsent(text);
    await this.page.keyboard.press('Enter');
  }

  /** Chooses the entry with this label; if none is labelled just so, the first that contains it. */
  async pick(label: string): Promise<void> {
    const rows = this.element.locator('.monaco-list-row');
    const labelled = rows.filter({ has: this.page.locator('.label-name').getByText(label, { exact: true }) });
    const containing = rows.filter({ hasText: label });
    await containing.first().waitFor();
    await ((await labelled.count()) > 0 ? labelled : containing).first().click();
  }

  /** The first entry, once it is labelled so. */
  first(label: string): Locator {
    const row = this.element.locator('.monaco-list-row[data-index="0"]');
    return row.filter({ has: this.page.locator('.label-name').getByText(label, { exact: true }) });
  }

  /** The labels of the entries that are in view. */
  async entries(): Promise<string[]> {
    await this.element.locator('.monaco-list-row').first().waitFor();
    return this.element.locator('.monaco-list-row .quick-input-list-label .label-name').allInnerTexts();
  }

  /** What is said below the box: a prompt, or what is wrong with the answer. */
  async message(): Promise<string> {
    return this.element.locator('.quick-input-message').innerText();
  }
}
