import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { counted } from '../../core/text/counted';
import { formatCount } from '../../core/text/formatCount';
import type { PreviewContent, PreviewRun, RecordFilter, ShownState } from '../../preview/previewState';
import type { ShowCells } from '../remark';
import { isStopped, problemList } from './problemList';
import { lookOfState } from '../stateLook';

/** What the head of the page shows, and what it asks for. */
interface HeadLook {
  readonly filter: RecordFilter;
  readonly narrow: (filter: RecordFilter) => void;
  readonly send: () => void;
  readonly useConnection: () => void;
  readonly showCells: ShowCells;
}

/** What the extract is, what it becomes, what the list can be narrowed down to, and how sending gets on. */
export function headView(content: PreviewContent, run: PreviewRun | undefined, look: HeadLook): TemplateResult {
  const { counts, mapping } = content;
  const hasMapping = mapping !== '';
  const busy = run !== undefined && run.phase !== 'ended';
  return html`<header class="head">
    <div class="title">
      <h1>${content.extract}${hasMapping ? html` <span class="quiet">→ ${mapping}</span>` : nothing}</h1>
      <span class="quiet"
        >${counted(counts.records, 'record')}
        ${content.isComplete ? nothing : 'so far '}(${content.dialect})${
          hasMapping
            ? ` · ${counted(counts.operations, 'operation')} in ${counted(counts.batches, 'request')}`
            : nothing
        }</span
      >
      ${content.isComplete ? nothing : progressView(content.share)}
    </div>
    <div class="sending">
      ${hasMapping ? sendButton(content, busy, look) : nothing} ${connectionLink(content.connection.name, look)}
    </div>
    <div class="filters" role="group" aria-label="Show only">${filterFields(content, look)}</div>
    ${run === undefined ? nothing : html`<p class="run" role="status">${busy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${run.text}</p>`}
    ${problemList(content, look)}
  </header>`;
}

function progressView(share: number): TemplateResult {
  const percent = Math.floor(share * 100);
  return html`<div class="reading">
    <progress max="100" value=${percent} aria-label="Read"></progress>
    <span class="quiet">reading, ${percent} %</span>
  </div>`;
}

function sendButton(content: PreviewContent, busy: boolean, { send }: HeadLook): TemplateResult {
  const { isComplete, counts, connection } = content;
  return html`<vscode-button
    ?disabled=${busy || !isComplete || counts.operations === 0}
    title=${connection.sendTooltip}
    @click=${send}
    >${busy ? 'Sending …' : connection.sendTitle}</vscode-button
  >`;
}

/** Names the connection in use, and switches it. */
function connectionLink(name: string, { useConnection }: HeadLook): TemplateResult {
  return html`<span class="quiet"
    >Connection: <button class="link" title="Use another connection" @click=${useConnection}>${name}</button></span
  >`;
}

function filterFields(content: PreviewContent, look: HeadLook): TemplateResult {
  const { mapping, states } = content;
  const { filter, narrow } = look;
  const isPlain = mapping === '';
  // The records alone are told apart from the refused ones only
  const shown = states.filter(([state]) => !isPlain || state !== 'operation');
  return html`<vscode-textfield
      placeholder=${isPlain ? 'Text or line' : 'Name, id or line'}
      .value=${filter.text}
      aria-label=${isPlain ? 'Find records by text or line' : 'Find records by name, id or line'}
      @input=${(event: Event) => {
        narrow({ ...filter, text: (event.target as HTMLInputElement).value });
      }}
    ></vscode-textfield>
    ${shown.map(([state, count]) => chip(state, count, look, isStopped(content)))}`;
}

function chip(state: ShownState, count: number, { filter, narrow }: HeadLook, stopped: boolean): TemplateResult {
  const { word: usual, tone } = lookOfState(state, stopped);
  const word = stopped && state === 'operation' ? (count === 1 ? 'operation' : 'operations') : usual;
  const pressed = filter.state === state;
  return html`<button
    class="chip ${tone}"
    aria-pressed=${pressed}
    @click=${() => {
      narrow(pressed ? { text: filter.text } : { ...filter, state });
    }}
  >
    <b>${formatCount(count)}</b> ${word}
  </button>`;
}
