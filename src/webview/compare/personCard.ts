import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { formatCount } from '../../core/text/formatCount';
import type { ComparedDetail, ComparedValue } from '../../preview/comparison/comparedPeople';
import { textDifference } from '../../preview/text/textDifference';
import { piecesView, textView } from '../detail/textView';
import { icon } from '../icon';
import { KIND_LOOKS } from './kindLook';
import { shortPath } from './shortPath';

/** What the card of a person shows, and its requests. */
interface PersonLook {
  /** The names of the extract and the other one; the latter is absent where only hashes of it are known. */
  readonly own: string;
  readonly other?: string;
  readonly showRecord: (record: number) => void;
  readonly showCells: (line: number, columns: readonly string[]) => void;
  readonly showOther: (line: number, columns: readonly string[]) => void;
}

/** A person on both sides: what differs, with links to the places. */
export function personCard(detail: ComparedDetail, look: PersonLook): TemplateResult {
  const { row, line, otherLine, values } = detail;
  const { word, tone, icon: name } = KIND_LOOKS[row.kind];
  const differing = values.filter(({ differs }) => differs);
  const shown = row.kind === 'joiner' || row.kind === 'leaver' ? values.filter(hasValue) : differing;
  return html`<header class="who" aria-live="polite">
      <h2>${row.name === '' ? row.id : row.name}</h2>
      <span class="quiet">${row.name === '' ? nothing : row.id}</span>
      <span class="outcome ${tone}">${icon(name)} ${word}</span>
    </header>
    ${row.note === '' ? nothing : html`<p>${row.note}</p>`}
    <p class="ways">
      ${
        line === undefined
          ? nothing
          : html`<button class="link" @click=${() => look.showRecord(row.record)}>Show among the records</button>
              <button class="link" @click=${() => look.showCells(line, [])}>
                Line ${formatCount(line)} of ${look.own}
              </button>`
      }
      ${
        otherLine === undefined || look.other === undefined
          ? nothing
          : html`<button class="link" @click=${() => look.showOther(otherLine, [])}>
              Line ${formatCount(otherLine)} of ${look.other}
            </button>`
      }
    </p>
    ${shown.length === 0 ? nothingDiffers(detail) : valueTable(shown, detail, look)}
    ${row.hasOtherChanges ? html`<p class="quiet">Something differs that no attribute of the mapping has.</p>` : nothing}`;
}

function hasValue({ before = '', now = '' }: ComparedValue): boolean {
  return before !== '' || now !== '';
}

function nothingDiffers({ row }: ComparedDetail): TemplateResult | typeof nothing {
  return row.kind === 'unchanged' || row.kind === 'repeated' ? html`<p class="quiet">Nothing differs.</p>` : nothing;
}

function valueTable(values: readonly ComparedValue[], detail: ComparedDetail, look: PersonLook): TemplateResult {
  const { line, otherLine } = detail;
  const hasBefore = otherLine !== undefined && look.other !== undefined;
  const hasNow = line !== undefined;
  return html`<table class="compared-values">
    <thead>
      <tr>
        <th scope="col">Attribute</th>
        ${hasBefore ? html`<th scope="col">${look.other}</th>` : nothing}
        ${hasNow ? html`<th scope="col">${look.own}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${values.map((value) => {
        const { path, columns, before = '', now = '' } = value;
        const difference = hasBefore && hasNow ? textDifference(before, now) : undefined;
        const was = difference === undefined ? textView(before) : piecesView(difference.before, 'gone');
        const is = difference === undefined ? textView(now) : piecesView(difference.after, 'new');
        return html`<tr>
          <th scope="row" title=${path}>${shortPath(path)}</th>
          ${hasBefore ? html`<td>${was} ${wayTo(columns, () => look.showOther(otherLine, columns))}</td>` : nothing}
          ${hasNow ? html`<td>${is} ${wayTo(columns, () => look.showCells(line, columns))}</td>` : nothing}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** The cells that a value comes from. */
function wayTo(columns: readonly string[], show: () => void): TemplateResult | typeof nothing {
  if (columns.length === 0) return nothing;
  return html`<button class="link cells" title="Show in the extract" @click=${show}>
    ${columns.map((column) => `[${column}]`).join(' ')}
  </button>`;
}
