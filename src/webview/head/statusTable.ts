import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { ref } from 'lit/directives/ref.js';
import { counted } from '../../core/text/counted';
import { formatCount } from '../../core/text/formatCount';
import type { StatusChart, StatusMeaning } from '../../preview/previewedProblems';
import { icon } from '../icon';
import type { StateTone } from '../../core/run/stateLook';

interface StatusLook {
  readonly showCells: (line: number, columns: readonly string[]) => void;
  /** Asks for the meaning of the word in this row, which the rule does not decide. */
  readonly decide: (row: number) => void;
}

const MEANINGS: Readonly<
  Record<StatusMeaning, { readonly words: string; readonly tone: StateTone; readonly icon: string }>
> = {
  enabled: { words: 'enabled', tone: 'good', icon: 'unlock' },
  disabled: { words: 'disabled', tone: 'doubt', icon: 'lock' },
  unchanged: { words: 'says nothing', tone: 'quiet', icon: 'dash' },
  excluded: { words: 'excluded', tone: 'quiet', icon: 'dash' },
  undecided: { words: 'not decided', tone: 'bad', icon: 'question' },
  failed: { words: 'fails', tone: 'bad', icon: 'error' },
};

/**
 * The meaning of each status word, with its share of the records as a bar. An undecided word is mentioned even while the table
 * is folded.
 */
export function statusTable(chart: StatusChart | undefined, look: StatusLook): TemplateResult | typeof nothing {
  if (chart === undefined) return nothing;
  const open = chart.rows.filter(({ meaning }) => meaning === 'undecided').length;
  return html`<details class="statuses">
    <summary>
      ${counted(chart.rows.length, 'status', 'statuses')} in
      ${chart.columns.join(', ')}${
        open > 0 ? html`, <span class="tone-bad">${formatCount(open)} not decided</span>` : nothing
      }
    </summary>
    <table>
      <thead>
        <tr>
          ${chart.columns.map((column) => html`<th scope="col">${column}</th>`)}
          <th scope="col">Account</th>
          <th scope="col" class="number">Records</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${chart.rows.map((row, place) => rowView(row, place, chart, look))}
      </tbody>
    </table>
    ${restView(chart)}
  </details>`;
}

type StatusLine = StatusChart['rows'][number];

function rowView(row: StatusLine, place: number, { columns, rows }: StatusChart, look: StatusLook): TemplateResult {
  const { words, meaning, count, line } = row;
  const { words: said, tone, icon: name } = MEANINGS[meaning];
  const most = Math.max(...rows.map((each) => each.count));
  const [first, ...others] = words;
  return html`<tr>
    <th scope="row">
      <button
        class="link"
        title="Show the first record that has it"
        @click=${() => {
          look.showCells(line, columns);
        }}
      >
        ${wordView(first)}
      </button>
    </th>
    ${others.map((word) => html`<td>${wordView(word)}</td>`)}
    <td class="meaning tone-${tone}">
      ${icon(name)} ${said}
      ${
        meaning === 'undecided'
          ? decideButton(first, () => {
              look.decide(place);
            })
          : nothing
      }
    </td>
    <td class="number">${formatCount(count)}</td>
    <td class="amount" aria-hidden="true"><span class="length tone-${tone}" ${wide(count / most)}></span></td>
  </tr>`;
}

function wordView(word: string | null | undefined): TemplateResult {
  return word === null || word === undefined || word === ''
    ? html`<span class="quiet">(empty)</span>`
    : html`<span class="value">${word}</span>`;
}

function decideButton(word: string | null | undefined, decide: () => void): TemplateResult {
  const what = word === null || word === undefined || word === '' ? 'the empty cell' : `"${word}"`;
  return html`<button class="link" @click=${decide}>Treat ${what} as …</button>`;
}

/** The policy of the page forbids style attributes, but not styles that are set by code. */
function wide(share: number): DirectiveResult {
  return ref((element) => {
    if (element instanceof HTMLElement) element.style.width = `${Math.max(1, share * 100)}%`;
  });
}

function restView({ others, records, isComplete }: StatusChart): TemplateResult | typeof nothing {
  const rest = others > 0 ? [`${counted(others, 'record')} with other words.`] : [];
  const part = isComplete ? [] : [`Of the first ${formatCount(records)} records.`];
  const words = [...rest, ...part].join(' ');
  return words === '' ? nothing : html`<p class="quiet">${words}</p>`;
}
