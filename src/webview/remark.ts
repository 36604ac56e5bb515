import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { formatCount } from '../core/text/formatCount';
import type { Remark } from '../preview/previewState';

/** Shows a record in the extract, and cells of it. */
export type ShowCells = (line: number, columns: readonly string[]) => void;

/** A problem to correct, highlighted. */
export function problemView(remark: Remark, show: ShowCells, line?: number): TemplateResult {
  return html`<p class="problem" role="alert">${remarkView(remark, show, line)}</p>`;
}

/**
 * A remark, with a link to its place in the extract.
 * @param line of the shown record, which is not repeated
 */
export function remarkView(remark: Remark, show: ShowCells, line?: number): TemplateResult {
  const { text, columns, value } = remark;
  const target = line ?? remark.line;
  const words = [...(remark.line === undefined ? [] : [`line ${formatCount(remark.line)}`]), columns.join(', ')];
  const place = words.filter((word) => word !== '').join(', ');
  const told = value === undefined ? '' : `: ${JSON.stringify(value)}`;
  if (target === undefined || place === '') return html`${text}`;
  return html`${text}
    <button
      class="link"
      title="Show it in the extract"
      @click=${() => {
        show(target, columns);
      }}
    >
      ${place}</button
    >${told === '' ? nothing : told}`;
}
