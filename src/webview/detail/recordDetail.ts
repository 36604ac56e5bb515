import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { formatCount } from '../../core/text/formatCount';
import type { CellTrace, PreviewDetail, PreviewPrediction, RuleTrace } from '../../preview/previewState';
import { jsonSpans } from './jsonSpans';
import type { ShowCells } from '../remark';
import { problemView } from '../remark';

/** How a record is shown, and what that asks of the editor. */
export interface DetailLook {
  readonly hasMapping: boolean;
  /** The columns whose cells somebody wants to see. */
  readonly marked: ReadonlySet<string>;
  readonly showCells: ShowCells;
  readonly showRule: (offset: number) => void;
  /** Shows what a run did with the person; absent while nothing of what is shown was sent. */
  readonly showResult?: () => void;
  /** What would become of the person; `undefined` while that is not known yet. */
  readonly prediction: PreviewPrediction | undefined;
  readonly predict: () => void;
}

/** One record: what is wrong with it, what becomes of each cell, and the operation as it is sent. */
export function detailView(detail: PreviewDetail, look: DetailLook): TemplateResult {
  const { row } = detail;
  const { hasMapping, showCells, showResult } = look;
  return html`<header class="who">
      <h2>${row.name || row.id || '(no name)'}</h2>
      <span class="quiet"
        >${row.id === '' ? nothing : html`${row.id} · `}line
        ${formatCount(row.line)}${row.note === '' ? nothing : ' · '}
        ${row.state === 'refused' ? (hasMapping ? 'refused, not sent' : 'cannot be read') : row.note}</span
      >
      <vscode-button
        secondary
        @click=${() => {
          showCells(row.line, []);
        }}
        >Go to line</vscode-button
      >
      ${
        showResult === undefined
          ? nothing
          : html`<vscode-button secondary @click=${showResult}>What happened</vscode-button>`
      }
    </header>
    ${detail.problems.map((problem) => problemView(problem, showCells, row.line))} ${predictionView(look)}
    ${detail.rules.length > 0 ? traceTable(detail, look) : cellTable(detail, look)}
    ${
      detail.operation === ''
        ? nothing
        : html`<h3>Operation</h3>
            <pre class="operation" tabindex="0" aria-label="The operation as JSON">${jsonSpans(detail.operation)}</pre>`
    }`;
}

/** What would become of the person in the tenant of the connection in use. */
function predictionView({ prediction, predict }: DetailLook): TemplateResult | typeof nothing {
  if (prediction === undefined || prediction.kind === 'none') return nothing;
  const { connection } = prediction;
  if (prediction.kind === 'offered')
    return html`<div class="predicted">
      <vscode-button secondary @click=${predict}>What would Entra do? (signs in to ${connection})</vscode-button>
    </div>`;
  const { words, why, changes } = prediction.person;
  const told = html`Would be: <strong>${words}</strong> <span class="quiet">in ${connection}, as it is now</span>`;
  const reason = why === '' ? nothing : html`<p>${why}</p>`;
  if (changes.length === 0) return html`<div class="predicted">${told}${reason}</div>`;
  return html`<details class="predicted">
      <summary>${told}</summary>
      ${tableView(
        'trace',
        ['Attribute', 'Now', 'Then'],
        changes.map(
          ({ attribute, now, then }) =>
            html`<tr>
              <th scope="row">${attribute}</th>
              <td>${now}</td>
              <td class="result">${then}</td>
            </tr>`,
        ),
      )}
    </details>
    ${reason}`;
}

function traceTable(detail: PreviewDetail, look: DetailLook): TemplateResult {
  const constants = detail.rules.filter((rule) => rule.columns.length === 0);
  const rows = [
    ...detail.cells.map((cell) => cellRows(cell, detail, look)),
    ...constants.map(
      (rule) =>
        html`<tr>
          <td class="quiet" colspan="2">constant</td>
          ${ruleCells(rule, look)}
        </tr>`,
    ),
  ];
  return html`<h3>What becomes of each cell</h3>
    ${tableView('trace', ['Column', 'Cell', 'Attribute', 'Value'], rows)}`;
}

/** A record alone: what its cells say. */
function cellTable({ row: { line }, cells }: PreviewDetail, look: DetailLook): TemplateResult {
  const rows = cells.map(
    (cell) =>
      html`<tr class=${markOf(cell, look)}>
        ${ownCells(cell, line, 1, look)}
      </tr>`,
  );
  return html`<h3>Cells</h3>
    ${tableView('trace cells', ['Column', 'Cell'], rows)}`;
}

type Rows = readonly (TemplateResult | TemplateResult[])[];

function tableView(className: string, headings: readonly string[], rows: Rows): TemplateResult {
  return html`<table class=${className}>
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function cellRows(
  traced: CellTrace,
  { row: { line }, rules }: PreviewDetail,
  look: DetailLook,
): TemplateResult | TemplateResult[] {
  const { column, paths } = traced;
  const own = rules.filter((rule) => rule.columns.includes(column) && paths.includes(rule.path));
  const [first, ...others] = own;
  if (first === undefined) {
    return html`<tr class="unused ${markOf(traced, look)}">
      ${ownCells(traced, line, 1, look)}
      <td colspan="2" class="quiet">not used by the mapping</td>
    </tr>`;
  }
  return [
    html`<tr class=${markOf(traced, look)}>
      ${ownCells(traced, line, own.length, look)} ${ruleCells(first, look)}
    </tr>`,
    ...others.map(
      (rule) =>
        html`<tr>
          ${ruleCells(rule, look)}
        </tr>`,
    ),
  ];
}

function markOf({ column }: CellTrace, { marked }: DetailLook): string {
  return marked.has(column) ? 'marked' : '';
}

/** The column and what the cell says; both lead to the cell in the extract. */
function ownCells({ column, value }: CellTrace, line: number, rows: number, { showCells }: DetailLook): TemplateResult {
  const show = () => {
    // A value that is being marked to be copied stays where it is
    if (document.getSelection()?.isCollapsed !== false) showCells(line, [column]);
  };
  const title = `Show this cell in the extract: ${column}`;
  return html`<th scope="row" rowspan=${rows}>
      <button class="link cell" title=${title} @click=${show}>${column}</button>
    </th>
    <td class="cell" rowspan=${rows} title=${title} @click=${show}>
      ${value === '' ? html`<span class="quiet">(empty)</span>` : html`<span class="value">${value}</span>`}
    </td>`;
}

function ruleCells(rule: RuleTrace, look: DetailLook): TemplateResult {
  const { urn, name } = splitUrn(rule.path);
  return html`<td>
      <button
        class="link"
        title="Go to the rule of ${rule.path}"
        @click=${() => {
          look.showRule(rule.rule);
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
