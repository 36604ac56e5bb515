import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { counted } from '../../core/text/counted';
import { formatCount } from '../../core/text/formatCount';
import type { PanelLink, Readiness } from '../../preview/readiness';
import { isBlocked } from '../../preview/readiness';
import type { PreviewContent, PreviewState, RecordFilter } from '../../preview/previewState';
import { icon } from '../icon';
import type { ShowCells } from '../remark';
import { problemView } from '../remark';
import { isStopped, problemList } from './problemList';
import { readinessView, REASONS_ID } from './readinessView';
import { statusTable } from './statusTable';
import { summaryFilters, summaryTrack } from './summaryBar';

export type ReadyState = Extract<PreviewState, { readonly kind: 'ready' }>;

/** What the head of the page shows of the list, and its requests. */
export interface HeadLook {
  /** Whether the records are shown, which what is in the head narrows down. */
  readonly hasRecords: boolean;
  readonly filter: RecordFilter;
  readonly narrow: (filter: RecordFilter) => void;
  /** Moves the focus to the list. */
  readonly goToList: () => void;
  readonly send: () => void;
  readonly useConnection: () => void;
  readonly chooseReading: () => void;
  readonly chooseMapping: () => void;
  readonly showRun: (run: string) => void;
  readonly open: (link: PanelLink) => void;
  /** Decides the meaning of the status word in this row of the table. */
  readonly decide: (row: number) => void;
  readonly showCells: ShowCells;
}

/** The extract and its target, the outcomes of its records, whether and why it can be sent, and the progress of sending. */
export function headView(state: ReadyState, look: HeadLook): TemplateResult {
  const { content, readiness, stale } = state;
  return html`<header class="head">
    <div class="band">${factsView(content, look)}${content.isComplete ? nothing : readingView(content)}</div>
    ${content.mapping === '' ? nothing : html`<div class="sending">${sendButton(state, look)}</div>`}
    ${staleView(stale, look)} ${progressView(state)}
    ${readiness === undefined || stale !== undefined || isBusy(state) ? nothing : readinessView(readiness, content, { ...look, isBrief: !look.hasRecords })}
    <div class="of-records" ?hidden=${!look.hasRecords}>
      ${summaryTrack(content)}
      <div class="filters">
        ${searchField(content, look)} ${summaryFilters(content, look)} ${filterNotes(content, look)}
      </div>
      <div class="folds">
        ${statusTable(content.statuses, {
          showCells: look.showCells,
          decide: look.decide,
        })}
        ${problemList(content, look, isUnexplained(readiness))}
      </div>
    </div>
  </header>`;
}

/** Whether guards have spoken, and nothing that they say stops sending. */
function isUnexplained(readiness: Readiness | undefined): boolean {
  return readiness !== undefined && readiness.kind !== 'checking' && !isBlocked(readiness);
}

/** The current error; the content is from before it. */
function staleView(stale: ReadyState['stale'], { showCells }: HeadLook): TemplateResult | typeof nothing {
  if (stale === undefined) return nothing;
  const [first, ...others] = stale;
  return html`<div class="stale-note" role="status">
    ${first === undefined ? nothing : problemView(first, showCells)}
    <p class="quiet">
      ${others.length > 0 ? `And ${counted(others.length, 'other problem')}. ` : nothing}The records below are as they
      were before it.
    </p>
  </div>`;
}

/** Extract, mapping and connection, each with a command to change it. */
function factsView(content: PreviewContent, look: HeadLook): TemplateResult {
  const { extract, mapping, dialect, counts, connection, isComplete, share } = content;
  const isRead = isComplete || share === 1;
  const records = `${counted(counts.records, 'record')}${isRead ? '' : ' so far'}`;
  return html`<h1>${extract}</h1>
    <span class="quiet">${records},</span>
    <button class="link" title="Change how the extract is read" @click=${look.chooseReading}>${dialect}</button>
    <span class="step"
      >${icon('arrow-right')}
      <button class="link" title="Use another mapping" @click=${look.chooseMapping}>
        ${mapping === '' ? 'Choose a mapping' : mapping}
      </button></span
    >
    ${
      mapping === ''
        ? nothing
        : html`<span class="step"
            >${icon('arrow-right')}
            <button class="link" title="Use another connection" @click=${look.useConnection}>
              ${connection.name}
            </button></span
          >`
    }`;
}

function readingView({ share }: PreviewContent): TemplateResult {
  if (share === 1)
    return html`<span class="reading" role="status">
      <span class="spinner" aria-hidden="true"></span><span class="quiet">checking its values</span>
    </span>`;
  const percent = Math.floor(share * 100);
  return html`<span class="reading">
    <progress max="100" value=${percent} aria-label="Read"></progress>
    <span class="quiet">reading, ${percent} %</span>
  </span>`;
}

/** Whether a run or a plan is in progress. */
function isBusy({ run, planning }: ReadyState): boolean {
  return planning !== undefined || (run !== undefined && run.phase !== 'ended');
}

/** The progress of a plan or a run. */
function progressView({ run, planning }: ReadyState): TemplateResult | typeof nothing {
  const shown = planning ?? run;
  if (shown === undefined) return nothing;
  const going = planning !== undefined || run?.phase !== 'ended';
  const { text, share } = shown;
  return html`<div class="run" role="status">
    ${going ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}<span>${text}</span>
    ${share === undefined ? nothing : html`<progress max="1" value=${share} aria-label=${planning === undefined ? 'Sent' : 'Planned'}></progress>`}
  </div>`;
}

function sendButton(state: ReadyState, { send }: HeadLook): TemplateResult {
  const { content, readiness, run, stale, planning } = state;
  const { isComplete, counts, connection } = content;
  const blocked = isBlocked(readiness) || isStopped(content);
  const disabled = isBusy(state) || !isComplete || counts.operations === 0 || blocked || stale !== undefined;
  const busy = run !== undefined && run.phase !== 'ended';
  return html`<vscode-button
    ?disabled=${disabled}
    title=${blocked ? firstStop(state) : connection.sendTooltip}
    aria-describedby=${blocked ? REASONS_ID : nothing}
    @click=${send}
    >${busy ? 'Sending …' : planning === undefined ? connection.sendTitle : 'Planning …'}</vscode-button
  >`;
}

function firstStop({ readiness, content }: ReadyState): string {
  const reasons = readiness?.kind === 'checked' ? readiness.reasons : [];
  const stop = reasons.find(({ decision }) => decision === 'stop')?.text;
  return stop ?? content.problems.find(({ stops }) => stops === true)?.message ?? '';
}

function searchField({ mapping }: PreviewContent, look: HeadLook): TemplateResult {
  const { filter, narrow, goToList } = look;
  const isPlain = mapping === '';
  return html`<vscode-textfield
    placeholder=${isPlain ? 'Text or line' : 'Name, id or line'}
    .value=${filter.text}
    aria-label=${isPlain ? 'Find records by text or line' : 'Find records by name, id or line'}
    @input=${(event: Event) => {
      narrow({ ...filter, text: (event.target as HTMLInputElement).value });
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape' && filter.text !== '') narrow({ ...filter, text: '' });
      else if (event.key === 'Enter' || event.key === 'ArrowDown') goToList();
      else return;
      event.preventDefault();
    }}
  ></vscode-textfield>`;
}

/** The kind of problem that the list is filtered by, which may be folded away. */
function filterNotes({ problems }: PreviewContent, { filter, narrow }: HeadLook): TemplateResult | typeof nothing {
  const { problem, ...others } = filter;
  if (problem === undefined) return nothing;
  const group = problems.find(({ code }) => code === problem);
  return html`<button
    class="chip"
    aria-pressed="true"
    title="Show all records again"
    @click=${() => {
      narrow(others);
    }}
  >
    ${group === undefined ? problem : `${group.title}: ${formatCount(group.count)}`}
  </button>`;
}
