import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { counted } from '../../core/text/counted';
import { encodingTitle } from '../../preview/encodingTitle';
import { formatCount } from '../../core/text/formatCount';
import type { ComparedFilter, ComparedKind } from '../../preview/comparison/comparedPeople';
import { COMPARED_KINDS } from '../../preview/comparison/comparedPeople';
import type { ComparedContent, ComparedOther, CompareState, CompareWish } from '../../preview/comparison/compareState';
import type { PreviewContent } from '../../preview/previewState';
import type { ReadinessLook } from '../head/readinessView';
import { reasonView } from '../head/readinessView';
import { icon } from '../icon';
import { problemView } from '../remark';
import { KIND_HINTS, KIND_LOOKS } from './kindLook';
import { shortPath } from './shortPath';

/** The requests of a comparison's head. */
export interface CompareHeadLook {
  readonly filter: ComparedFilter;
  readonly narrow: (filter: ComparedFilter) => void;
  readonly goToList: () => void;
  readonly wish: (wish: CompareWish) => void;
  readonly showOther: (line: number, columns: readonly string[]) => void;
  readonly readiness: ReadinessLook;
}

/** What an extract is compared with, and the result without the list of people. */
export function compareHead(
  state: CompareState | undefined,
  content: PreviewContent,
  look: CompareHeadLook,
): TemplateResult | typeof nothing {
  if (state === undefined) return nothing;
  switch (state.kind) {
    case 'none':
      return choiceView(content.extract, state.connection, look);
    case 'reading':
      return html`${sidesView(content.extract, state.other, look)}
        <p class="reading" role="status">
          <span class="spinner" aria-hidden="true"></span> ${state.text} …
          <progress max="1" value=${state.share} aria-label="Read"></progress>
          <button class="tool" @click=${() => look.wish('stop')}>Stop</button>
        </p>`;
    case 'stopped':
      return html`${sidesView(content.extract, state.other, look)}
        <p class="quiet" role="status">Comparing was stopped.</p>
        <p><vscode-button secondary @click=${() => look.wish('again')}>Compare Again</vscode-button></p>`;
    case 'unusable':
      return html`${sidesView(content.extract, state.other, look)} ${unusableView(state, look)}`;
    case 'compared':
      return html`${sidesView(content.extract, state.other, look)}
      ${state.isRenewed ? html`<p class="quiet" role="status"><span class="spinner" aria-hidden="true"></span> Comparing again …</p>` : nothing}
      ${filtersView(state.content, look)} ${guardsView(state.content, state.other, content, look)}
      ${state.content.notes.map((note) => html`<p class="quiet">${note}</p>`)}`;
  }
}

function choiceView(extract: string, connection: string, { wish }: CompareHeadLook): TemplateResult {
  return html`<div class="compare-choice">
    <p>
      Compare ${extract} with another extract, or with what was last sent over ${connection}: who is new, who has
      changed and in what, who is not in it any more, and what guards would say.
    </p>
    <p class="buttons">
      <vscode-button @click=${() => wish('extract')}>Compare with Another Extract</vscode-button>
      <vscode-button secondary @click=${() => wish('baseline')}>Compare with the Last Run</vscode-button>
    </p>
  </div>`;
}

/** What is compared, and the commands to compare something else. */
function sidesView(extract: string, other: ComparedOther, { wish }: CompareHeadLook): TemplateResult {
  const way = (wanted: CompareWish, words: string, title: string) =>
    html`<button class="link" title=${title} @click=${() => wish(wanted)}>${words}</button>`;
  return html`<div class="compare-sides">
    <h2>${extract} <span class="quiet">compared with</span> ${nameOf(other)}</h2>
    ${way('extract', other.kind === 'extract' ? 'Another extract' : 'An extract', 'Compare with another extract')}
    ${
      other.kind === 'baseline'
        ? nothing
        : [
            way('baseline', 'Last run', 'Compare with what was last sent over the connection in use'),
            way('swap', 'Other way round', `Open ${other.name}, compared with ${extract}`),
          ]
    }
    ${way('nothing', 'Clear', 'Compare with nothing')}
  </div>`;
}

function nameOf(other: ComparedOther): string {
  return other.kind === 'extract' ? other.name : `the last run over ${other.connection}`;
}

function unusableView(
  { other, text, problems, readAs }: Extract<CompareState, { readonly kind: 'unusable' }>,
  { showOther, readiness, wish }: CompareHeadLook,
): TemplateResult {
  const show = other.kind === 'extract' && text.startsWith(other.name) ? showOther : readiness.showCells;
  return html`<p role="status">${text}</p>
    ${problems.map((problem) => problemView(problem, show))}
    ${
      readAs === undefined
        ? nothing
        : html`<p>
            <vscode-button secondary @click=${() => wish('readAs')}>Read as ${encodingTitle(readAs)}</vscode-button>
          </p>`
    }`;
}

/** The verdict of guards if the other side were what the job was last sent. */
function guardsView(
  { reasons }: ComparedContent,
  other: ComparedOther,
  content: PreviewContent,
  { readiness }: CompareHeadLook,
): TemplateResult {
  const asIf = other.kind === 'extract' ? `If the job had last been sent ${other.name}, ` : 'By what was last sent, ';
  if (reasons.length === 0)
    return html`<p class="readiness quiet">${icon('check')} ${asIf}no guard would ask or stop.</p>`;
  return html`<section class="readiness compare-guards" aria-label="Guards">
    <p class="quiet">${asIf}guards would say:</p>
    <ul>
      ${reasons.map((reason) => html`<li class=${reason.decision}>${reasonView(reason, content, readiness, 'Stops: ')}</li>`)}
    </ul>
  </section>`;
}

function filtersView(content: ComparedContent, look: CompareHeadLook): TemplateResult {
  const { filter, narrow, goToList } = look;
  return html`<div class="filters">
      <vscode-textfield
        class="find-people"
        placeholder="Name, id or cell"
        .value=${filter.text}
        aria-label="Find people by name, id or cell"
        @input=${(event: Event) => {
          narrow({ ...filter, text: (event.target as HTMLInputElement).value });
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Escape' && filter.text !== '') narrow({ ...filter, text: '' });
          else if (event.key === 'Enter' || event.key === 'ArrowDown') goToList();
          else return;
          event.preventDefault();
        }}
      ></vscode-textfield>
      <div class="parts" role="group" aria-label="Show only people who are">
        ${COMPARED_KINDS.map((kind) => kindChip(kind, content, look))}
      </div>
    </div>
    ${attributeChips(content, look)}`;
}

function kindChip(
  kind: ComparedKind,
  { counts, hasValues }: ComparedContent,
  { filter, narrow }: CompareHeadLook,
): TemplateResult | typeof nothing {
  const count = counts.find(([each]) => each === kind)?.[1] ?? 0;
  if (count === 0) return nothing;
  const { word, tone, icon: name } = KIND_LOOKS[kind];
  const { kind: chosen, ...others } = filter;
  // People cannot be listed if only hashes of them are known
  if (kind === 'leaver' && !hasValues)
    return html`<span class="chip count tone-${tone}" title=${KIND_HINTS[kind]}
      >${icon(name)} <b>${formatCount(count)}</b> ${word}</span
    >`;
  return html`<button
    class="chip tone-${tone}"
    title=${KIND_HINTS[kind]}
    aria-pressed=${chosen === kind}
    @click=${() => {
      narrow(chosen === kind ? others : { ...others, kind });
    }}
  >
    ${icon(name)} <b>${formatCount(count)}</b> ${word}
  </button>`;
}

function attributeChips(
  { attributes }: ComparedContent,
  { filter, narrow }: CompareHeadLook,
): TemplateResult | typeof nothing {
  if (attributes.length === 0) return nothing;
  const { attribute: chosen, ...others } = filter;
  const shown = attributes.toSorted(([, one], [, other]) => other - one);
  return html`<details class="compare-attributes">
    <summary>${counted(attributes.length, 'attribute')} ${attributes.length === 1 ? 'differs' : 'differ'}</summary>
    <div class="parts" role="group" aria-label="Show only people who differ in">
      ${shown.map(
        ([path, count]) =>
          html`<button
            class="chip"
            title=${path}
            aria-pressed=${chosen === path}
            @click=${() => {
              narrow(chosen === path ? others : { ...others, attribute: path });
            }}
          >
            ${path === '' ? 'something else' : shortPath(path)} <b>${formatCount(count)}</b>
          </button>`,
      )}
    </div>
  </details>`;
}
