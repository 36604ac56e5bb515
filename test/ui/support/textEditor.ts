import type { Locator, Page } from 'playwright-core';

/** The text editor that has the focus. */
export class TextEditor {
  readonly element: Locator;

  constructor(private readonly page: Page) {
    this.element = page.locator('.editor-group-container.active .editor-instance .monaco-editor');
  }

  /** The lines in view, with inlay hints and lenses as they stand in them. */
  async lines(): Promise<string[]> {
    const lines = await this.element
      .first()
      .locator('.view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
          .sort((one, other) => one.top - other.top)
          .map(({ text }) => text),
      );
    // The editor draws spaces as no-break spaces
    return lines.map((line) => line.replaceAll('\u00a0', ' '));
  }

  /** The first piece of text in view that contains `text`: a token, an inlay hint, a lens. */
  text(text: string): Locator {
    return this.element.first().getByText(text).first();
  }

  /** Puts the cursor there, both counted from 1 as in the status bar. */
  async placeCursor(line: number, column: number): Promise<void> {
    await this.element.first().locator('.view-lines').click();
    await this.page.keyboard.press('Control+G');
    const box = this.page.locator('.quick-input-widget:visible input[type=text]');
    await box.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Types at the cursor, key by key, as suggestions need it. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Asks for suggestions at the cursor, if none are shown, and gives the labels in view. */
  async suggestions(): Promise<string[]> {
    const list = this.page.locator('.suggest-widget.visible');
    if (!(await list.isVisible())) await this.page.keyboard.press('Control+Space');
    await list.locator('.monaco-list-row').first().waitFor();
    return list.locator('.monaco-list-row .label-name').allInnerTexts();
  }

  /**
   * Rests the pointer on a piece of text and gives the hover that appears. The editor forgets a pointer that came to rest while it drew anew, so it
   * is moved again.
   */
  async hover(text: string): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:visible').first();
    for (let attempt = 0; attempt < 4; attempt++) {
      await this.text(text).hover();
      const isShown = await hover.waitFor({ timeout: 4_000 }).then(
        () => true,
        () => false,
      );
      if (isShown) return hover;
      await this.page.mouse.move(0, 0);
    }
    await hover.waitFor();
    return hover;
  }

  /** Opens the quick fixes at the cursor and gives their titles. */
  async quickFixes(): Promise<string[]> {
    await this.page.keyboard.press('Control+.');
    const menu = this.page.locator('.action-widget');
    await menu.locator('.monaco-list-row.action').first().waitFor();
    return menu.locator('.monaco-list-row.action').allInnerTexts();
  }

  /** Applies one of the quick fixes that are shown. */
  async applyQuickFix(title: string): Promise<void> {
    await this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
  }

  /** Presses a lens above a line. */
  async pressLens(title: string): Promise<void> {
    await this.element.first().locator('.codelens-decoration a', { hasText: title }).first().click();
  }

  /** Presses a button at the right of the editor's tabs. */
  async pressTitleAction(title: string): Promise<void> {
    await this.page.locator(`.editor-group-container.active .editor-actions [aria-label^="${title}"]`).first().click();
  }

  /** Saves the file. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.editor-group-container.active .tab.active.dirty').waitFor({ state: 'detached' });
  }
}
