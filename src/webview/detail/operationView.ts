import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PreviewDetail } from '../../preview/previewState';
import { jsonSpans } from './jsonSpans';

/** Maximum number of characters of an operation that are coloured; the rest is plain. */
const COLOURED = 50_000;

/** The operation as JSON, with each rule's result marked by the rule's number. */
export function operationView({ operation, rules }: PreviewDetail): TemplateResult | typeof nothing {
  if (operation === '') return nothing;
  const places = rules
    .flatMap(({ span }, rule) => (span === undefined ? [] : [{ ...span, rule }]))
    .sort((a, b) => a.start - b.start);
  const parts: unknown[] = [];
  let at = 0;
  for (const { start, end, rule } of places) {
    // A whole and a part of it are at the same place
    if (start < at || end > COLOURED) continue;
    parts.push(jsonSpans(operation.slice(at, start)));
    parts.push(html`<span data-node="rule:${rule}">${jsonSpans(operation.slice(start, end))}</span>`);
    at = end;
  }
  const rest = operation.slice(at);
  return html`<h3>Operation</h3>
    <pre class="operation" tabindex="0" aria-label="The operation as JSON">
${parts}${rest.length > COLOURED ? rest : jsonSpans(rest)}</pre>`;
}
