import type { SVGTemplateResult, TemplateResult } from 'lit';
import { html, svg } from 'lit';

/**
 * Icons of states and of the page, drawn in the colour of their text, by VS Code's names for such icons: a webview cannot use VS Code's
 * own icon font.
 */
const SHAPES: Readonly<Record<string, SVGTemplateResult>> = {
  add: svg`<path d="M8 3v10M3 8h10" />`,
  'arrow-down': svg`<path d="M8 3v10M4.5 9.5 8 13l3.5-3.5" />`,
  'arrow-right': svg`<path d="M3 8h10M9.5 4.5 13 8l-3.5 3.5" />`,
  'arrow-up': svg`<path d="M8 13V3M4.5 6.5 8 3l3.5 3.5" />`,
  check: svg`<path d="m3 8.5 3.5 3.5L13 4.5" />`,
  'circle-outline': svg`<circle cx="8" cy="8" r="5.5" />`,
  'circle-slash': svg`<circle cx="8" cy="8" r="5.5" /><path d="m4.2 11.8 7.6-7.6" />`,
  clock: svg`<circle cx="8" cy="8" r="5.5" /><path d="M8 4.8V8l2.2 1.5" />`,
  columns: svg`<path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />`,
  dash: svg`<path d="M3.5 8h9" />`,
  'debug-pause': svg`<path d="M5.5 3.5v9M10.5 3.5v9" />`,
  'debug-step-over': svg`<path d="M2.5 9a5.5 5.5 0 0 1 10.2-2.4M13 3.5v3.3H9.7" /><circle cx="8" cy="12" r="1.2" />`,
  edit: svg`<path d="m3 13 .8-3.2 7-7 2.4 2.4-7 7zM9.3 4.3l2.4 2.4" />`,
  error: svg`<circle cx="8" cy="8" r="5.5" /><path d="m5.8 5.8 4.4 4.4M10.2 5.8l-4.4 4.4" />`,
  lock: svg`<path d="M3.5 7.5h9v6h-9zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2" />`,
  question: svg`<circle cx="8" cy="8" r="5.5" /><path d="M6.3 6.4a1.7 1.7 0 1 1 2.6 1.5c-.6.3-.9.6-.9 1.3M8 11v.4" />`,
  sync: svg`<path d="M13 8a5 5 0 0 1-9 3M3 8a5 5 0 0 1 9-3M12.2 2.2V5H9.4M3.8 13.8V11h2.8" />`,
  trash: svg`<path d="M2.5 4.5h11M6 4.5V3h4v1.5M4 4.5l.6 9h6.8l.6-9M6.8 7v4M9.2 7v4" />`,
  info: svg`<circle cx="8" cy="8" r="5.5" /><path d="M8 7.5v3.2M8 5.2v.4" />`,
  warning: svg`<path d="M8 2.8 14 13H2zM8 6.5v3.2M8 11.2v.4" />`,
  unlock: svg`<path d="M3.5 7.5h9v6h-9zM5.5 7.5v-2a2.5 2.5 0 0 1 4.8-1" />`,
};

/** An icon beside a text with the same meaning: a screen reader skips it. */
export function icon(name: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    ${SHAPES[name] ?? SHAPES['circle-outline']}
  </svg>`;
}

/** Whether an icon of this name exists. */
export function hasIcon(name: string): boolean {
  return name in SHAPES;
}
