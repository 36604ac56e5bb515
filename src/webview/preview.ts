import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { formatCount } from '../core/run/describeAccount';
import type { PreviewContent, PreviewDetail, PreviewRow, PreviewRun, PreviewState } from '../preview/protocol';
import { Editor } from './editor';
import { detailView } from './recordDetail';
import type { RecordFilter, ShownState } from './recordFilter';
import { countStates, filterRows } from './recordFilter';
import { RecordList } from './recordList';
import { lookOfState, orderOfState } from './stateLook';

/** What the page remembers besides what it is told. */
let state: PreviewState = { kind: 'loading', extract: '' };
let filter: RecordFilter = { text: '' };
let selected: PreviewRow | undefined;
let detail: PreviewDetail | { readonly failure: string } | undefined;

const editor = new Editor((next) => {
  state = next;
  if (next.kind === 'ready')
    void select(next.content.rows.find((row) => row.record === selected?.record) ?? next.content.rows[0]);
  draw();
});
const list = new RecordList((row) => void select(row));
let attached = false;
let shownFilter = filter;

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
  list.show(filterRows(state.content.rows, state.run, filter), state.run, selected?.record, filter !== shownFilter);
  shownFilter = filter;
}

function page(shown: PreviewState): TemplateResult {
  switch (shown.kind) {
    case 'loading':
      return html`<main class="message" aria-busy="true">Reading ${shown.extract} …</main>`;
    case 'problems':
      return html`<main class="message">
        <h1>${shown.extract} cannot be converted</h1>
        <p>Nothing of it can be sent until this is mended in ${shown.extract} or ${shown.mapping}:</p>
        ${shown.problems.map((problem) => html`<p class="problem" role="alert">${problem}</p>`)}
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
  const states = [...countStates(content.rows, run)].sort(([a], [b]) => orderOfState(a) - orderOfState(b));
  return html`<header class="head">
    <div class="title">
      <h1>${content.extract} <span class="quiet">→ ${content.mapping}</span></h1>
      <span class="quiet"
        >${formatCount(counts.records)} records (${content.dialect}) · ${formatCount(counts.operations)} operations in
        ${formatCount(counts.batches)} requests</span
      >
    </div>
    <vscode-button
      ?disabled=${busy || counts.operations === 0}
      @click=${() => {
        editor.tell({ type: 'send' });
      }}
      >${busy ? 'Sending …' : `Send to ${content.target}`}</vscode-button
    >
    <div class="filters" role="group" aria-label="Show only">
      <vscode-textfield
        placeholder="Name, id or line"
        aria-label="Find records by name, id or line"
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
            ${content.warnings.map((warning) => html`<p>${warning}</p>`)}
          </details>`
    }
  </header>`;
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

function unlisted({ unlisted: count }: PreviewContent): TemplateResult | typeof nothing {
  return count === 0
    ? nothing
    : html`<p class="quiet more">${formatCount(count)} more records are converted and sent, but not listed here.</p>`;
}

function chosen(): TemplateResult | typeof nothing {
  if (selected === undefined || detail === undefined) return nothing;
  if ('failure' in detail) return html`<p class="problem" role="alert">${detail.failure}</p>`;
  if (detail.record !== selected.record) return nothing;
  return detailView(selected, detail, {
    showRecord: (record) => {
      editor.tell({ type: 'showRecord', record });
    },
    showRule: (offset) => {
      editor.tell({ type: 'showRule', offset });
    },
  });
}
