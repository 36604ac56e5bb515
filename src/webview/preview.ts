import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { formatCount } from '../core/text/formatCount';
import type { LargeProgress } from '../preview/largeProtocol';
import type { PreviewContent, PreviewDetail, PreviewRow, PreviewRun, PreviewState } from '../preview/protocol';
import { Editor } from './editor';
import { detailView } from './recordDetail';
import { problemView, remarkView } from './remark';
import type { RecordFilter, ShownState } from './recordFilter';
import { countStates, filterRows } from './recordFilter';
import { LargeList } from './largeList';
import { MOST_ROWS, RecordList } from './recordList';
import { ListedRows } from './rowSource';
import { lookOfState, orderOfState } from './stateLook';

/** What the page remembers besides what it is told. */
let state: PreviewState = { kind: 'loading', extract: '' };
let filter: RecordFilter = { text: '' };
let selected: PreviewRow | undefined;
let detail: PreviewDetail | { readonly failure: string } | undefined;

const editor = new Editor(
  (next) => {
    state = next;
    if (next.kind === 'ready' && next.content.large === undefined)
      void select(next.content.rows.find((row) => row.record === selected?.record) ?? next.content.rows[0]);
    draw();
    if (next.kind === 'ready' && next.content.large !== undefined) showLarge(next.content, next.content.large);
  },
  (record, columns) => void reveal(record, columns),
);
const large = new LargeList(editor, () => {
  draw();
});
const list = new RecordList((row) => void select(row));
let attached = false;
let shownFilter = filter;
let isToReveal = false;
/** The cells that somebody wants to see, of one record. */
let marked: { readonly record: number; readonly columns: readonly string[] } | undefined;
/** The reading of a large extract that the chosen record is of. */
let selectedReading: number | undefined;

/** A large extract has been read further, or anew: then the chosen record may have become another one. */
function showLarge({ counts }: PreviewContent, { reading }: LargeProgress): void {
  if (selectedReading === reading || counts.records === 0) return;
  selectedReading = reading;
  const index = large.rows.indexOf(selected?.record);
  void large.rows.load(Math.max(0, index)).then(select);
}

/** Shows every record of a large extract, this one chosen and its cells marked. */
async function reveal(record: number, columns: readonly string[]): Promise<void> {
  filter = { text: '' };
  draw();
  const row = await large.rows.load(record - 1);
  isToReveal = true;
  marked = { record, columns };
  await select(row);
  document.querySelector('.marked')?.scrollIntoView({ block: 'nearest' });
}

async function select(row: PreviewRow | undefined): Promise<void> {
  selected = row;
  draw();
  if (row === undefined) return;
  const answer = await editor
    .detail(row.record)
    .catch((error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }));
  // Another record may have been chosen meanwhile
  if (selected !== row) return;
  detail = answer;
  draw();
}

function draw(): void {
  render(page(state), document.body);
  if (state.kind !== 'ready') return;
  if (!attached) {
    list.attach();
    attached = true;
  }
  const { content, run } = state;
  const rows =
    content.large === undefined
      ? new ListedRows(filterRows(content.rows, run, filter))
      : large.show(content.large, content.counts.records, filter);
  list.show(rows, run, selected?.record, {
    reveal: filter !== shownFilter || isToReveal,
    hasStates: content.mapping !== '',
  });
  shownFilter = filter;
  isToReveal = false;
}

function page(shown: PreviewState): TemplateResult {
  switch (shown.kind) {
    case 'loading':
      return html`<main class="message" aria-busy="true">Reading ${shown.extract} …</main>`;
    case 'problems':
      return html`<main class="message">
        <h1>${shown.extract} cannot be converted</h1>
        <p>Nothing of it can be sent until this is mended in ${shown.extract} or ${shown.mapping}:</p>
        ${shown.problems.map((problem) => problemView(problem, showCells))}
      </main>`;
    case 'ready':
      return html`${head(shown.content, shown.run)}
        <main class="panes">
          <section class="records" aria-label="Records">${list.element}${unlisted(shown.content)}</section>
          <section class="detail" aria-label="The chosen record" aria-live="polite">${chosen()}</section>
        </main>`;
  }
}

function head(content: PreviewContent, run: PreviewRun | undefined): TemplateResult {
  const { counts } = content;
  const busy = run !== undefined && run.phase !== 'ended';
  const isRead = content.large?.isComplete !== false;
  const counted = content.large === undefined ? countStates(content.rows, run) : countFates(content);
  const states = [...counted].sort(([a], [b]) => orderOfState(a) - orderOfState(b));
  return html`<header class="head">
    <div class="title">
      <h1>
        ${content.extract}${content.mapping === '' ? nothing : html` <span class="quiet">→ ${content.mapping}</span>`}
      </h1>
      <span class="quiet"
        >${formatCount(counts.records)} records
        ${isRead ? nothing : 'so far '}(${content.dialect})${
          content.mapping === ''
            ? nothing
            : ` · ${formatCount(counts.operations)} operations in ${formatCount(counts.batches)} requests`
        }</span
      >
      ${content.large === undefined ? nothing : reading(content.large)}
    </div>
    ${
      content.mapping === ''
        ? nothing
        : html`<vscode-button
            ?disabled=${busy || !isRead || counts.operations === 0}
            @click=${() => {
              editor.tell({ type: 'send' });
            }}
            >${busy ? 'Sending …' : `Send to ${content.target}`}</vscode-button
          >`
    }
    <div class="filters" role="group" aria-label="Show only">
      <vscode-textfield
        placeholder=${content.mapping === '' ? 'Text or line' : 'Name, id or line'}
        .value=${filter.text}
        aria-label=${content.mapping === '' ? 'Find records by text or line' : 'Find records by name, id or line'}
        @input=${(event: Event) => {
          filter = { ...filter, text: (event.target as HTMLInputElement).value };
          draw();
        }}
      ></vscode-textfield>
      ${states.map(([name, count]) => chip(name, count))}
    </div>
    ${run === undefined ? nothing : html`<p class="run" role="status">${busy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${run.text}</p>`}
    ${
      content.warnings.length === 0
        ? nothing
        : html`<details class="warnings">
            <summary>${formatCount(content.warnings.length)} warnings</summary>
            ${content.warnings.map((warning) => html`<p>${remarkView(warning, showCells)}</p>`)}
          </details>`
    }
  </header>`;
}

/** How far a large extract is read; nothing once it is. */
function reading({ isComplete, share }: LargeProgress): TemplateResult | typeof nothing {
  const percent = Math.floor(share * 100);
  return isComplete
    ? nothing
    : html`<div class="reading">
        <progress max="100" value=${percent} aria-label="Read"></progress>
        <span class="quiet">reading, ${percent} %</span>
      </div>`;
}

/** What becomes of the records of a large extract; the records alone are only told apart from the refused ones. */
function countFates({ counts, mapping }: PreviewContent): ReadonlyMap<ShownState, number> {
  const { operations, refused, excluded } = counts;
  const all: readonly (readonly [ShownState, number])[] = [
    ['refused', refused],
    ['excluded', excluded],
    ['operation', mapping === '' ? 0 : operations],
  ];
  return new Map(all.filter(([, count]) => count > 0));
}

function chip(name: ShownState, count: number): TemplateResult {
  const { word, tone } = lookOfState(name);
  const pressed = filter.state === name;
  return html`<button
    class="chip ${tone}"
    aria-pressed=${pressed}
    @click=${() => {
      filter = pressed ? { text: filter.text } : { ...filter, state: name };
      draw();
    }}
  >
    <b>${formatCount(count)}</b> ${word}
  </button>`;
}

function unlisted({ unlisted: left, large: progress }: PreviewContent): TemplateResult | typeof nothing {
  const count = progress === undefined ? left : Math.max(0, progress.view.count - MOST_ROWS);
  const isSearched = progress !== undefined && (filter.text !== '' || filter.state !== undefined);
  if (isSearched && large.isSearching)
    return html`<p class="quiet more" role="status">${formatCount(large.rows.length)} found so far …</p>`;
  if (isSearched && large.rows.length === 0)
    return html`<p class="quiet more" role="status">No record is like that.</p>`;
  return count === 0
    ? nothing
    : html`<p class="quiet more">${formatCount(count)} more records are converted and sent, but not listed here.</p>`;
}

function chosen(): TemplateResult | typeof nothing {
  if (selected === undefined || detail === undefined) return nothing;
  if ('failure' in detail) return html`<p class="problem" role="alert">${detail.failure}</p>`;
  if (detail.record !== selected.record) return nothing;
  const hasMapping = state.kind === 'ready' && state.content.mapping !== '';
  return detailView(selected, detail, {
    hasMapping,
    marked: new Set(marked?.record === detail.record ? marked.columns : []),
    showCells,
    showRule: (offset) => {
      editor.tell({ type: 'showRule', offset });
    },
  });
}

function showCells(line: number, columns: readonly string[]): void {
  editor.tell({ type: 'showCells', line, columns });
}
