// The workbench as a user sees it. Its class names are not an interface of VS Code: they were checked against 1.139 and
// are kept in this folder, away from the tests.
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { errors } from 'playwright-core';
import { expect } from 'vitest';
import { Messages } from './messages';
import { QuickInput } from './quickInput';
import { TextEditor } from './textEditor';
import { Tree } from './tree';

const startLimitMilliseconds = 60_000;
/** After these milliseconds a key without an effect is pressed again. */
const KEY_MILLISECONDS = 3000;

export class Workbench {
  /** The editor that has the focus. */
  readonly editor: TextEditor;
  /** Lists to pick from and boxes to answer in, at the top of the window. */
  readonly quickInput: QuickInput;
  /** Notifications and dialogs. */
  readonly messages: Messages;

  constructor(readonly page: Page) {
    this.editor = new TextEditor(page);
    this.quickInput = new QuickInput(page);
    this.messages = new Messages(page);
  }

  /** Waits until the window is drawn and the explorer shows the workspace. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: startLimitMilliseconds });
    await this.page
      .locator('.explorer-folders-view .monaco-list-row')
      .first()
      .waitFor({ timeout: startLimitMilliseconds });
  }

  /** Runs a command from the command palette by its full title, such as `View: Close All Editors`. */
  async runCommand(title: string): Promise<void> {
    const palette = this.quickInput.element.getByPlaceholder('Type the name of a command');
    await this.#open('F1', palette);
    await this.quickInput.answerUnsent(`>${title}`);
    await this.quickInput.pick(title);
    // Until then the palette is still there, and not the question of the command
    await palette.waitFor({ state: 'hidden' });
  }

  /** Opens what a key shows: a page that is still loading swallows keys. */
  async #open(key: string, shown: Locator): Promise<void> {
    await expect.poll(() => this.#showByKey(key, shown), { timeout: 20_000, interval: 100 }).toBe(true);
  }

  /** Presses a key that shows something, once; whether it is shown. */
  async #showByKey(key: string, shown: Locator): Promise<boolean> {
    if (await shown.isVisible()) return true;
    await this.page.keyboard.press(key);
    try {
      await shown.waitFor({ timeout: KEY_MILLISECONDS });
      return true;
    } catch (error) {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    }
  }

  /** Opens a file of the workspace by its name, as quick open does, and waits until its text is there. */
  async openFile(name: string): Promise<void> {
    await this.#open('Control+P', this.quickInput.element.locator('input[type=text]').first());
    await this.quickInput.answerUnsent(name);
    // Files found before what is typed was read give way to others in the same rows
    await this.quickInput.first(name).waitFor();
    await this.page.keyboard.press('Enter');
    await this.tab(name).waitFor();
    await this.editor.element.first().waitFor();
  }

  /** Where the status bar says that the cursor is, such as `Ln 1, Col 4`; empty while no text has the focus. */
  async cursor(): Promise<string> {
    return (await this.page.locator('#status\\.editor\\.selection').allInnerTexts()).join();
  }

  /** Waits until no view, editor or notification shows that something is under way. */
  async idle(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('.monaco-progress-container.active') === null);
  }

  /** The tab of an open editor, by its label. */
  tab(label: string): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: label }).first();
  }

  /** An entry of the activity bar, by its title. */
  activity(title: string): Locator {
    return this.page.locator(`.activitybar .action-item:has([aria-label^="${title}"])`).first();
  }

  /** Shows a side bar by its title in the activity bar. */
  async openSideBar(title: string): Promise<void> {
    const entry = this.activity(title);
    // A click on the one that is shown would hide it
    if ((await entry.getAttribute('class'))?.includes('checked') !== true) await entry.click();
    await this.page.locator('.sidebar .composite.title', { hasText: new RegExp(title, 'i') }).waitFor();
  }

  /** Makes the side bar so many CSS pixels wide, as somebody who drags its edge. */
  async setSideBarWidth(width: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (box === null) throw new Error('There is no side bar.');
    const [edge, middle] = [box.x + box.width, box.y + box.height / 2];
    await this.page.mouse.move(edge, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, middle, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Folds a view of the side bar, if it is open, which leaves its room to the others. */
  async fold(view: string): Promise<void> {
    const open = this.page.locator(`.pane-header[aria-label^="${view}"][aria-expanded=true]`);
    if ((await open.count()) > 0) await open.click();
  }

  /** A tree view in a side bar or panel, by its title. */
  tree(view: string): Tree {
    return new Tree(this.page, view);
  }

  /**
   * The document in the visible webview: VS Code's frame, and the extension's page within it.
   * @param at which of several, from 0, in the order in which they were opened
   */
  webview(at?: number): FrameLocator {
    const frames = this.page.locator('iframe.webview.ready:visible');
    return (at === undefined ? frames : frames.nth(at)).contentFrame().frameLocator('iframe#active-frame');
  }

  /** An item of the status bar, by a part of its text. */
  statusBarItem(text: string): Locator {
    return this.page.locator('.statusbar .statusbar-item', { hasText: text }).first();
  }

  /**
   * Shows the Problems panel and gives its rows, files included. Poll it: problems arrive a moment after the text. The panel
   * draws no row that is out of sight, so where there are many, `filter` is typed into its filter.
   */
  async problems(filter = ''): Promise<string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.runCommand('Problems: Focus on Problems View');
    await panel.waitFor();
    const field = this.page.getByPlaceholder(/^Filter \(e\.g\./);
    if ((await field.inputValue()) !== filter) await field.fill(filter);
    return panel.locator('.monaco-list-row').allInnerTexts();
  }
}
