import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { ref } from 'lit/directives/ref.js';
import type { ShownOutcome } from '../../core/provisioning/prediction/outcomes';
import { formatCount } from '../../core/text/formatCount';
import type { PreviewContent, RecordFilter } from '../../preview/previewState';
import type { SummaryPart } from '../../preview/summaryParts';
import { isShownPart, summaryParts, withPart } from '../../preview/summaryParts';
import { icon } from '../icon';
import type { StateLook } from '../stateLook';
import { looksOf } from '../recordLook';
import { lookOfState } from '../stateLook';

interface SummaryLook {
  readonly filter: RecordFilter;
  readonly narrow: (filter: RecordFilter) => void;
}

const OUTCOME_LOOKS: Readonly<Record<ShownOutcome, StateLook>> = {
  failed: { word: 'failing', tone: 'bad', icon: 'error' },
  held: { word: 'held', tone: 'doubt', icon: 'debug-pause' },
  skipped: { word: 'skipped by the service', tone: 'doubt', icon: 'debug-step-over' },
  'out-of-scope': { word: 'out of scope', tone: 'doubt', icon: 'dash' },
  disabled: { word: 'disabled', tone: 'doubt', icon: 'lock' },
  'created-disabled': { word: 'created disabled', tone: 'doubt', icon: 'lock' },
  enabled: { word: 'enabled', tone: 'good', icon: 'unlock' },
  created: { word: 'created', tone: 'good', icon: 'add' },
  updated: { word: 'updated', tone: 'good', icon: 'edit' },
  deferred: { word: 'waiting for others', tone: 'quiet', icon: 'clock' },
  unchanged: { word: 'unchanged', tone: 'quiet', icon: 'check' },
};

/** The outcomes of the records as one bar; the length of a part is its number of records. */
export function summaryTrack(content: PreviewContent): TemplateResult | typeof nothing {
  const parts = summaryParts(content);
  // Without a mapping only unreadable records are counted, and they are not the whole
  if (content.mapping === '' || parts.length === 0) return nothing;
  return html`<div class="track" aria-hidden="true">
    ${parts.map((part) => html`<span class="segment tone-${lookOf(part, content).tone}" ${grown(part.count)}></span>`)}
  </div>`;
}

/** The same parts as filters of the list, with their labels and counts. */
export function summaryFilters(content: PreviewContent, look: SummaryLook): TemplateResult | typeof nothing {
  const parts = summaryParts(content);
  if (parts.length === 0) return nothing;
  return html`<div class="parts" role="group" aria-label=${groupLabel(content)}>
    ${parts.map((part) => partButton(part, lookOf(part, content), look))}
  </div>`;
}

function groupLabel({ outcomes, connection }: PreviewContent): string {
  return outcomes === undefined ? 'Show only' : `What sending to ${connection.name} would do. Show only`;
}

/** The policy of the page forbids style attributes, but not styles that are set by code. */
function grown(count: number): DirectiveResult {
  return ref((element) => {
    if (element instanceof HTMLElement) element.style.flexGrow = String(count);
  });
}

function lookOf(part: SummaryPart, content: PreviewContent): StateLook {
  if (part.kind === 'outcome') return OUTCOME_LOOKS[part.outcome];
  return looksOf(content)(part.state) ?? lookOfState(part.state, false);
}

function partButton(
  part: SummaryPart,
  { word, tone, icon: name }: StateLook,
  { filter, narrow }: SummaryLook,
): TemplateResult {
  return html`<button
    class="chip tone-${tone}"
    aria-pressed=${isShownPart(part, filter)}
    @click=${() => {
      narrow(withPart(part, filter));
    }}
  >
    ${icon(name)} <b>${formatCount(part.count)}</b> ${word}
  </button>`;
}
