import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { counted } from '../../core/text/counted';
import { formatCount } from '../../core/text/formatCount';
import type { ProblemGroup } from '../../preview/previewedProblems';
import type { PreviewContent, RecordFilter, Remark } from '../../preview/previewState';
import { icon } from '../icon';
import type { ShowCells } from '../remark';
import { remarkView } from '../remark';

/** The requests of a list of problems. */
export interface ProblemLook {
  readonly filter: RecordFilter;
  readonly narrow: (filter: RecordFilter) => void;
  readonly showCells: ShowCells;
}

/**
 * The problems of an extract by kind, each with its first place and, where its records are known, as a filter of the list.
 * @param isAlone whether nothing else on the page says why nothing can be sent
 */
export function problemList(
  content: PreviewContent,
  look: ProblemLook,
  isAlone: boolean,
): TemplateResult | typeof nothing {
  const { problems, notes } = content;
  if (problems.length === 0 && notes.length === 0) return nothing;
  return html`<details class="problems" ?open=${isStopped(content) && isAlone}>
    <summary>${summaryOf(problems, notes)}</summary>
    ${notes.map((note) => html`<p class="note">${remarkView(note, look.showCells)}</p>`)}
    <ul>
      ${problems.map((group) => html`<li class="kind ${group.level}">${groupView(group, look)}</li>`)}
    </ul>
  </details>`;
}

/** Whether an error keeps the whole extract from being sent. */
export function isStopped({ problems }: Pick<PreviewContent, 'problems'>): boolean {
  return problems.some(({ stops }) => stops === true);
}

/** `1 error, 3 warnings`: kinds of problems, not records. */
function summaryOf(problems: readonly ProblemGroup[], notes: readonly Remark[]): string {
  const errors = problems.filter(({ level }) => level === 'error').length;
  const others = problems.length - errors + notes.length;
  const words = [
    ...(errors > 0 ? [counted(errors, 'kind of error', 'kinds of errors')] : []),
    ...(others > 0 ? [counted(others, 'kind of warning', 'kinds of warnings')] : []),
  ];
  return words.join(', ');
}

const LEVEL_ICONS = { error: 'error', warning: 'warning', information: 'info' } as const;
const LEVEL_LABELS = { error: 'Error', warning: 'Warning', information: 'Information' } as const;

function groupView(group: ProblemGroup, look: ProblemLook): TemplateResult {
  const { title, message, level, line, columns } = group;
  return html`<div class="kind-title">
      <span class="level ${level}">${icon(LEVEL_ICONS[level])}</span>${LEVEL_LABELS[level]}:
      <b>${title}</b> ${filterButton(group, look)} ${firstLink(group, look)}
    </div>
    <p class="quiet">${message}${line === undefined && columns.length > 0 ? ` (${columns.join(', ')})` : ''}</p>`;
}

/** The number of records with the problem; pressed, the list shows only these. */
function filterButton(
  { code, title, count, isFilter }: ProblemGroup,
  { filter, narrow }: ProblemLook,
): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const words = counted(count, 'record');
  if (!isFilter) return html`<span class="quiet">${words}</span>`;
  const pressed = filter.problem === code;
  return html`<button
    class="chip"
    aria-pressed=${pressed}
    title="Show only these records: ${title}"
    @click=${() => {
      const { problem: _, ...others } = filter;
      narrow(pressed ? others : { ...filter, problem: code });
    }}
  >
    ${words}
  </button>`;
}

function firstLink(
  { line, columns, count }: ProblemGroup,
  { showCells }: ProblemLook,
): TemplateResult | typeof nothing {
  if (line === undefined) return nothing;
  const place = [`line ${formatCount(line)}`, columns.join(', ')].filter((part) => part !== '').join(', ');
  return html`<button
    class="link"
    title="Show it in the extract"
    @click=${() => {
      showCells(line, columns);
    }}
  >
    ${count > 1 ? `first: ${place}` : place}
  </button>`;
}
