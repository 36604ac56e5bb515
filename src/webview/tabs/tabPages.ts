import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PreviewContent } from '../../preview/previewState';
import type { PreviewTab } from '../../preview/previewTab';
import type { Said } from '../editor';
import type { PageTab } from './pageTab';

const tabId = (key: PreviewTab) => `tab-${key}`;
const pageId = (key: PreviewTab) => `page-${key}`;

/** The tabs of the page: a strip to select one, and their content. A single tab needs no strip. */
export class TabPages {
  readonly #tabs: readonly PageTab[];
  readonly #chosen: (tab: PreviewTab) => void;
  #wanted: PreviewTab | undefined;
  /** Tabs that have been selected: they stay in the page and keep their scroll position. */
  readonly #seen = new Set<PreviewTab>();

  /**
   * @param tabs the first is shown until another one is selected
   * @param wanted the one that was selected before a reload of the window
   * @param chosen called when another tab should be shown
   */
  constructor(tabs: readonly PageTab[], wanted: PreviewTab | undefined, chosen: (tab: PreviewTab) => void) {
    this.#tabs = tabs;
    this.#wanted = wanted;
    this.#chosen = chosen;
  }

  /** Shows a tab. */
  choose(tab: PreviewTab): void {
    if (tab === this.#wanted) return;
    this.#wanted = tab;
    this.#chosen(tab);
  }

  take(content: PreviewContent): void {
    for (const tab of this.#tabs) tab.take?.(content);
  }

  hear(message: Said): void {
    for (const tab of this.#tabs) tab.hear?.(message);
  }

  /** @param isStale whether the content is from before an error */
  view(content: PreviewContent, isStale: boolean): TemplateResult {
    const offered = this.#tabs.filter((tab) => tab.isOffered(content));
    const shown = this.#shownOf(content);
    if (shown !== undefined) this.#seen.add(shown.key);
    const hasStrip = offered.length > 1;
    return html`<main class="tab-pages ${isStale ? 'stale' : ''}">
      ${hasStrip ? this.#strip(offered, shown) : nothing}
      ${offered.map(
        (tab) =>
          html`<div
            class="tab-page"
            id=${pageId(tab.key)}
            role=${hasStrip ? 'tabpanel' : nothing}
            aria-labelledby=${hasStrip ? tabId(tab.key) : nothing}
            ?hidden=${tab !== shown}
          >
            ${this.#seen.has(tab.key) ? tab.view(content) : nothing}
          </div>`,
      )}
    </main>`;
  }

  /** Whether a tab is the one that is shown. */
  shows(tab: PreviewTab, content: PreviewContent): boolean {
    return this.#shownOf(content)?.key === tab;
  }

  /** Call this once {@link view} is in the page. */
  drawn(content: PreviewContent): void {
    this.#shownOf(content)?.drawn?.(content);
  }

  #shownOf(content: PreviewContent): PageTab | undefined {
    const offered = this.#tabs.filter((tab) => tab.isOffered(content));
    return offered.find(({ key }) => key === this.#wanted) ?? offered[0];
  }

  #strip(offered: readonly PageTab[], shown: PageTab | undefined): TemplateResult {
    return html`<div
      class="tabs"
      role="tablist"
      aria-label="Views of the extract"
      @keydown=${(event: KeyboardEvent) => {
        this.#onKey(event, offered, shown);
      }}
    >
      ${offered.map(
        (tab) =>
          html`<button
            class="tab"
            id=${tabId(tab.key)}
            role="tab"
            aria-selected=${tab === shown}
            aria-controls=${pageId(tab.key)}
            tabindex=${tab === shown ? 0 : -1}
            @click=${() => {
              this.choose(tab.key);
            }}
          >
            ${tab.title}
          </button>`,
      )}
    </div>`;
  }

  /** Arrow keys wrap around, as in any tab strip. */
  #onKey(event: KeyboardEvent, offered: readonly PageTab[], shown: PageTab | undefined): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = shown === undefined ? 0 : offered.indexOf(shown);
    const last = offered.length - 1;
    const next = new Map([
      ['ArrowLeft', at === 0 ? last : at - 1],
      ['ArrowRight', at === last ? 0 : at + 1],
      ['Home', 0],
      ['End', last],
    ]).get(event.key);
    const tab = offered[next ?? -1];
    if (tab === undefined) return;
    event.preventDefault();
    this.choose(tab.key);
    document.getElementById(tabId(tab.key))?.focus();
  }
}
