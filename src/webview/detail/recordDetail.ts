import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { formatCount } from '../../core/text/formatCount';
import type { PreviewDetail, RecordRemark } from '../../preview/previewState';
import { icon } from '../icon';
import { remarkView } from '../remark';
import type { CardLook } from './cardLook';
import { cellsView } from './cellsView';
import { effectsView } from './effectsView';
import { operationView } from './operationView';
import { traceView } from './traceView';

/** A record as a card: the person, the problems, what would and did happen, where its values come from and go to. */
export function detailView(detail: PreviewDetail, look: CardLook): TemplateResult {
  return html`${whoView(detail, look)}
  ${detail.problems.map((problem, number) => faultView(problem, number, detail, look))} ${effectsView(look)}
  ${detail.rules.length > 0 ? traceView(detail, look) : cellsView(detail, look)} ${operationView(detail)}`;
}

function whoView({ row, operation }: PreviewDetail, { outcome, showCells, openOperation }: CardLook): TemplateResult {
  const { name, id, line, state, note } = row;
  // The reason of a refusal is shown below, and a condition that leaves the record out says so itself
  const rest = state === 'refused' || state === 'excluded' ? '' : note;
  const toLine = () => {
    showCells(line, []);
  };
  return html`<header class="who" aria-live="polite">
    <h2>${name || id || '(no name)'}</h2>
    <span class="quiet">
      ${id === '' ? nothing : html`${id} · `}<button
        class="link"
        title="Show this record in the extract"
        @click=${toLine}
      >
        line ${formatCount(line)}</button
      >${rest === '' ? nothing : html` · ${operation === '' ? rest : requestLink(rest, openOperation)}`}
    </span>
    ${outcome === undefined ? nothing : html`<span class="outcome ${outcome.tone}">${icon(outcome.icon)} ${state === 'excluded' ? note : outcome.word}</span>`}
  </header>`;
}

/** The record's operation is in a request, which opens at it. */
function requestLink(text: string, open: () => void): TemplateResult {
  return html`<button class="link" title="Open the request at the operation of this record" @click=${open}>
    ${text}
  </button>`;
}

/** A problem, its remedy, and the command that applies it. */
function faultView(
  problem: RecordRemark,
  number: number,
  { row: { line } }: PreviewDetail,
  { fixes, fix, showCells }: CardLook,
): TemplateResult {
  const own = fixes.flatMap((offered, place) => (offered.problem === number ? [{ title: offered.title, place }] : []));
  const buttons = own.map(
    ({ title, place }) =>
      html`<vscode-button
        secondary
        @click=${() => {
          fix(place);
        }}
        >${title}</vscode-button
      >`,
  );
  return html`<div class="problem" role="alert">
    <p>${remarkView(problem, showCells, line)}</p>
    ${
      buttons.length > 0
        ? html`<div class="fixes">${buttons}</div>`
        : problem.remedy === ''
          ? nothing
          : html`<p class="remedy">${problem.remedy}</p>`
    }
  </div>`;
}
