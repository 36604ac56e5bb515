import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { formatCount } from '../core/run/describeAccount';
import type { CellTrace, PreviewDetail, PreviewRow, RuleTrace } from '../preview/protocol';
import { jsonSpans } from './jsonSpans';

/** What the detail asks of the editor. */
export interface DetailActions {
  readonly showRecord: (record: number) => void;
  readonly showRule: (offset: number) => void;
}

/** One record: what is wrong with it, what becomes of each cell, and the operation as it is sent. */
export function detailView(
  row: PreviewRow,
  detail: PreviewDetail,
  hasMapping: boolean,
  actions: DetailActions,
): TemplateResult {
  return html`<header class="who">
      <h2>${row.name || row.id || '(no name)'}</h2>
      <span class="quiet"
        >${row.id === '' ? nothing : html`${row.id} · `}line
        ${formatCount(row.line)}${row.note === '' ? nothing : ' · '}
        ${row.fate === 'refused' ? (hasMapping ? 'refused, not sent' : 'cannot be read') : row.note}</span
      >
      <vscode-button
        secondary
        @click=${() => {
          actions.showRecord(row.record);
        }}
        >Go to line</vscode-button
      >
    </header>
    ${detail.problems.map((problem) => html`<p class="problem" role="alert">${problem}</p>`)}
    ${hasMapping ? traceTable(detail, actions) : cellTable(detail)}
    ${
      detail.operation === ''
        ? nothing
        : html`<h3>Operation</h3>
            <pre class="operation" tabindex="0" aria-label="The operation as JSON">${jsonSpans(detail.operation)}</pre>`
    }`;
}

function traceTable(detail: PreviewDetail, actions: DetailActions): TemplateResult {
  return html`<h3>What becomes of each cell</h3>
    <table class="trace">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Cell</th>
          <th scope="col">Attribute</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        ${detail.cells.map((cell) => cellRows(cell, detail.rules, actions))}
        ${detail.rules
          .filter((rule) => rule.columns.length === 0)
          .map(
            (rule) =>
              html`<tr>
                <td class="quiet" colspan="2">constant</td>
                ${ruleCells(rule, actions)}
              </tr>`,
          )}
      </tbody>
    </table>`;
}

/** A record alone: what its cells say. */
function cellTable({ cells }: PreviewDetail): TemplateResult {
  return html`<h3>Cells</h3>
    <table class="trace cells">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Cell</th>
        </tr>
      </thead>
      <tbody>
        ${cells.map(
          ({ column, value }) =>
            html`<tr>
              <th scope="row">${column}</th>
              <td>${value === '' ? html`<span class="quiet">(empty)</span>` : value}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function cellRows(
  { column, value, paths }: CellTrace,
  rules: readonly RuleTrace[],
  actions: DetailActions,
): TemplateResult | TemplateResult[] {
  const own = rules.filter((rule) => rule.columns.includes(column) && paths.includes(rule.path));
  const cell = value === '' ? html`<span class="quiet">(empty)</span>` : value;
  const [first, ...others] = own;
  if (first === undefined) {
    return html`<tr class="unused">
      <th scope="row">${column}</th>
      <td>${cell}</td>
      <td colspan="2" class="quiet">not used by the mapping</td>
    </tr>`;
  }
  return [
    html`<tr>
      <th scope="row" rowspan=${own.length}>${column}</th>
      <td rowspan=${own.length}>${cell}</td>
      ${ruleCells(first, actions)}
    </tr>`,
    ...others.map(
      (rule) =>
        html`<tr>
          ${ruleCells(rule, actions)}
        </tr>`,
    ),
  ];
}

function ruleCells(rule: RuleTrace, actions: DetailActions): TemplateResult {
  const { urn, name } = splitUrn(rule.path);
  return html`<td>
      <button
        class="link"
        title="Go to the rule of ${rule.path}"
        @click=${() => {
          actions.showRule(rule.rule);
        }}
      >
        ${urn === '' ? nothing : html`<span class="quiet">${urn}:</span>`}${name}
      </button>
    </td>
    <td class="result ${rule.result}" title=${rule.text}>
      ${rule.result === 'problem' ? 'refused, see above' : rule.text}
    </td>`;
}

/** A path's URN takes a whole line and says little: its last parts are enough, the whole is in the tooltip. */
function splitUrn(path: string): { readonly urn: string; readonly name: string } {
  const match = /^urn:.*:(?<schema>[^:]+):[0-9.]+:\w+:(?<name>[^:]+)$/i.exec(path);
  return { urn: match?.groups?.schema ?? '', name: match?.groups?.name ?? path };
}
