import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** 1 for a root. */
  readonly level: number;
}

/** A tree view of a side bar or panel. */
export class Tree {
  readonly element: Locator;

  constructor(
    private readonly page: Page,
    view: string,
  ) {
    this.element = page.locator(`.pane:has(.pane-header[aria-label^="${view}"])`);
  }

  /** The rows in view, from the top. Empty while there are none. */
  async rows(): Promise<TreeRow[]> {
    return this.element.locator('.monaco-list-row').evaluateAll((rows) =>
      rows.map((row) => ({
        label: row.querySelector('.label-name')?.textContent ?? '',
        description: row.querySelector('.label-description')?.textContent ?? '',
        level: Number(row.getAttribute('aria-level')),
      })),
    );
  }

  /** What the first row of a level says beside its label: in "Runs" that of the newest run is of level 2. */
  async firstAt(level: number): Promise<string> {
    return (await this.rows()).find((row) => row.level === level)?.description ?? '';
  }

  /** The first row with this text in its label or description. */
  row(text: string): Locator {
    return this.element.locator('.monaco-list-row', { hasText: text }).first();
  }

  /** Opens a closed row. An open one stays open. */
  async expand(text: string): Promise<void> {
    const row = this.row(text);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
  }

  /** Presses a button that a row shows under the pointer. */
  async pressRowAction(text: string, title: string): Promise<void> {
    await this.row(text).hover();
    await this.row(text).locator(`.actions [aria-label^="${title}"]`).click();
  }

  /** Presses a button in the view's title. */
  async pressTitleAction(title: string): Promise<void> {
    await this.element.locator('.pane-header').hover();
    await this.element.locator(`.pane-header .actions [aria-label^="${title}"]`).click();
  }

  /** Chooses an entry of a row's context menu, which has it once the row has come to that. */
  async chooseFromMenu(text: string, entry: string): Promise<void> {
    const items = this.menuItems;
    await expect
      .poll(() => this.openMenu(text), { timeout: 20_000, interval: 500 })
      .toContainEqual(expect.stringContaining(entry));
    // A menu that has just opened takes no click, as it may be the end of the one that opened it
    await items.filter({ hasText: entry }).first().hover();
    await this.page.locator('.monaco-menu .action-item.focused', { hasText: entry }).waitFor();
    await this.page.keyboard.press('Enter');
    await items.first().waitFor({ state: 'detached' });
  }

  /** The entries of a row's context menu, which is closed again. */
  async menuEntries(text: string): Promise<string[]> {
    const entries = await this.openMenu(text);
    await this.page.keyboard.press('Escape');
    await this.menuItems.first().waitFor({ state: 'detached' });
    return entries;
  }

  private async openMenu(text: string): Promise<string[]> {
    const items = this.menuItems;
    if ((await items.count()) > 0) await this.page.keyboard.press('Escape');
    await this.row(text).click({ button: 'right' });
    await items.first().waitFor();
    return items.allInnerTexts();
  }

  private get menuItems(): Locator {
    return this.page.locator('.monaco-menu .action-item');
  }

  /** What the view says while it is empty: the welcome text with its buttons. */
  get welcome(): Locator {
    return this.element.locator('.welcome-view-content');
  }
}
