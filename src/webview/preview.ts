import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import type { PreviewContent, PreviewDetail, PreviewPrediction, PreviewState } from '../preview/previewState';
import { encodingTitle } from '../preview/encodingTitle';
import type { Said } from './editor';
import { Editor } from './editor';
import type { HeadLook } from './head/previewHead';
import { headView } from './head/previewHead';
import { ChosenCard } from './detail/chosenCard';
import { Splitter } from './layout/splitter';
import { problemView } from './remark';
import { ListSection, looksOf } from './list/listSection';

/** What the page remembers besides what it is sent. */
let state: PreviewState = { kind: 'loading', extract: '' };
/** The chosen record, by its number, and what is known of it. */
let selected: number | undefined;
let detail: PreviewDetail | { readonly failure: string } | undefined;
/** Counts what was asked of records: an answer to an older question than the last is of no use. */
let questions = 0;
let prediction: PreviewPrediction | undefined;
/** The edition that {@link detail} is of. */
let detailEdition: number | undefined;
/** The cells that somebody wants to see, of one record. */
let marked: { readonly record: number; readonly columns: readonly string[] } | undefined;

const editor = new Editor(
  (message) => {
    hear(message);
  },
  (layout) => {
    if (layout.share !== undefined) splitter.place(layout.share);
    list.layOut(layout);
    draw();
  },
);
const card = new ChosenCard(editor);
const splitter = new Splitter((share) => {
  editor.keepLayout({ share });
});
const list = new ListSection(editor, {
  choose: (record) => void choose(record),
  open: () => {
    document.querySelector<HTMLElement>('.detail')?.focus();
  },
  changed: () => {
    draw();
  },
});
const { share, record: restored } = editor.kept;
if (share !== undefined) splitter.place(share);
selected = restored;

function hear(message: Said): void {
  switch (message.type) {
    case 'state':
      state = message.state;
      if (state.kind === 'ready') {
        list.take(state.content);
        follow(state.content);
      }
      draw();
      return;
    case 'reveal':
      void reveal(message.record, message.columns);
      return;
    case 'cursor':
      if (message.record === selected) return;
      list.reveal(message.record);
      void select(message.record);
      return;
    default:
      card.hear(message);
      draw();
  }
}

/** Somebody has chosen the record in the list: the cursor in the extract follows. */
async function choose(record: number): Promise<void> {
  await select(record);
  if (selected !== record || detail === undefined || 'failure' in detail) return;
  editor.tell({ type: 'chosen', record, line: detail.row.line });
}

/** Records may have become other ones: the chosen one is looked at again as soon as it is read, if it is still there. */
function follow({ edition, counts, isComplete }: PreviewContent): void {
  if (edition === detailEdition || counts.records === 0) return;
  const wanted = selected ?? 1;
  if (wanted > counts.records && !isComplete) return;
  detailEdition = edition;
  void select(wanted > counts.records ? 1 : wanted);
}

/** Shows every record, this one chosen and its cells marked. */
async function reveal(record: number, columns: readonly string[]): Promise<void> {
  marked = { record, columns };
  list.revealAmongAll(record);
  await select(record);
  document.querySelector('.marked')?.scrollIntoView({ block: 'nearest' });
}

async function select(record: number): Promise<void> {
  if (record !== selected) prediction = undefined;
  selected = record;
  editor.keep({ record });
  card.choose(record);
  const question = ++questions;
  draw();
  const answer = await editor
    .detail(record)
    .catch((error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }));
  if (question !== questions) return;
  detail = answer;
  const isSent = !('failure' in answer) && answer.operation !== '';
  if (!isSent) prediction = undefined;
  draw();
  if (isSent) void predict(record, question, false);
}

/** Reading a tenant takes longer than reading the extract, so the record is shown before. */
async function predict(record: number, question: number, isWanted: boolean): Promise<void> {
  const answer = await editor.prediction(record, isWanted).catch(() => undefined);
  if (question !== questions) return;
  prediction = answer;
  draw();
}

function draw(): void {
  render(page(state), document.body);
  if (state.kind !== 'ready') return;
  list.draw(state.content, selected);
  card.drawn();
}

/** Escape leads back to the list. */
function onDetailKey(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.defaultPrevented) list.focus();
}

function page(current: PreviewState): TemplateResult {
  switch (current.kind) {
    case 'loading':
      return html`<main class="message" aria-busy="true">Reading ${current.extract} …</main>`;
    case 'problems':
      return html`<main class="message">
        <h1>${current.extract} cannot be converted</h1>
        <p>${whatToCorrect(current)}</p>
        ${current.problems.map((problem) => problemView(problem, showCells))} ${readAsButton(current.readAs)}
      </main>`;
    case 'ready':
      return html`${headView(current, headLook())}
        <main class="panes ${current.stale === undefined ? '' : 'stale'}">
          ${list.view(current.content)} ${splitter.element}
          <section class="detail" aria-label="The chosen record" tabindex="-1" @keydown=${onDetailKey}>
            ${chosen(current.content)}
          </section>
        </main>`;
  }
}

function whatToCorrect({ extract, mapping }: { readonly extract: string; readonly mapping: string }): string {
  if (mapping === '') return `Correct this in ${extract}:`;
  return `Nothing of it can be sent until this is corrected in ${extract} or ${mapping}:`;
}

/** Names may be read wrongly in a guessed encoding, so that somebody has to want it. */
function readAsButton(encoding: string | undefined): TemplateResult | typeof nothing {
  if (encoding === undefined) return nothing;
  const readAs = () => {
    editor.tell({ type: 'readAs' });
  };
  return html`<vscode-button class="read-as" @click=${readAs}>Read as ${encodingTitle(encoding)}</vscode-button>`;
}

function chosen(content: PreviewContent): TemplateResult | typeof nothing {
  if (selected === undefined || detail === undefined) return nothing;
  if ('failure' in detail) return html`<p class="problem" role="alert">${detail.failure}</p>`;
  const { record } = detail.row;
  if (record !== selected) return nothing;
  return card.view(detail, {
    outcome: looksOf(content)(detail.row.state),
    marked: new Set(marked?.record === selected ? marked.columns : []),
    showCells,
    prediction,
    predict: () => void predict(record, questions, true),
  });
}

function showCells(line: number, columns: readonly string[]): void {
  editor.tell({ type: 'showCells', line, columns });
}

/** What the head shows of the list, and asks for. */
function headLook(): HeadLook {
  const telling = (type: 'send' | 'useConnection' | 'chooseReading' | 'chooseMapping') => () => {
    editor.tell({ type });
  };
  return {
    filter: list.filter,
    narrow: (filter) => {
      list.narrow(filter);
    },
    goToList: () => {
      list.focus();
    },
    send: telling('send'),
    useConnection: telling('useConnection'),
    chooseReading: telling('chooseReading'),
    chooseMapping: telling('chooseMapping'),
    open: (link) => {
      editor.tell({ type: 'open', link });
    },
    showCells,
  };
}
