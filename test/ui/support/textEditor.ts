import type { Locator, Page } from 'playwright-core';

/** The text editor that has the focus. */
export class TextEditor {
  readonly element: Locator;

  constructor(private readonly page: Page) {
    this.element = page.locator('.editor-group-container.active .editor-instance .monaco-editor');
  }

  /** The lines in view, with their inlay hints and lenses. */
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
    const rows = list.locator('.monaco-list-row');
    if (await list.isVisible()) await rows.first().waitFor();
    else await askUntilShown(rows.first(), () => this.page.keyboard.press('Control+Space'));
    return rows.locator('.label-name').allInnerTexts();
  }

  /** Rests the pointer on a piece of text and gives the hover that appears. */
  async hover(text: string): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:visible').first();
    await askUntilShown(hover, async () => {
      await this.page.mouse.move(0, 0);
      await this.text(text).hover();
      // One event alone is lost when the editor draws in that moment; a hand is never quite still
      await this.text(text).hover({ position: { x: 2, y: 4 } });
    });
    return hover;
  }

  /** Opens the quick fixes at the cursor and gives their titles. */
  async quickFixes(): Promise<string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await askUntilShown(rows.first(), () => this.page.keyboard.press('Control+.'));
    return rows.allInnerTexts();
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

/** The editor forgets a question that comes while it redraws; then it is asked again, as a person would. */
async function askUntilShown(answer: Locator, ask: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt++) {
    await ask();
    const isShown = await answer.waitFor({ timeout: 4_000 }).then(
      () => true,
      () => false,
    );
    if (isShown) return;
  }
  await answer.waitFor();
}
