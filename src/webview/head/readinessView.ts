import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelLink, Readiness, ReasonLink, SendingReason } from '../../preview/readiness';
import { PANEL_LINKS } from '../../preview/readiness';
import type { PreviewContent, RecordFilter } from '../../preview/previewState';
import { formatCount } from '../../core/text/formatCount';
import { icon } from '../icon';

/** The targets of the reasons for which sending asks or stops. */
export interface ReadinessLook {
  readonly filter: RecordFilter;
  readonly narrow: (filter: RecordFilter) => void;
  readonly showCells: (line: number, columns: readonly string[]) => void;
  readonly showRun: (run: string) => void;
  readonly open: (link: PanelLink) => void;
}

interface HeadReadinessLook extends ReadinessLook {
  /** Above a tab that is about something else, only what guards ask, or stop, is said. */
  readonly isBrief: boolean;
}

/** The element with the reason why nothing can be sent, for the disabled button. */
export const REASONS_ID = 'reasons';

/** The state of sending: in progress, why guards ask or stop, or that nothing prevents it. */
export function readinessView(
  readiness: Readiness,
  content: PreviewContent,
  look: HeadReadinessLook,
): TemplateResult | typeof nothing {
  if (content.counts.records === 0) return nothing;
  switch (readiness.kind) {
    case 'checking':
      return html`<p class="readiness quiet" role="status">
        <span class="spinner" aria-hidden="true"></span> Checking what guards say …
      </p>`;
    case 'unchecked':
      return html`<p class="readiness tone-doubt" role="status">${icon('question')} Not checked: ${readiness.text}</p>`;
    case 'checked':
      return checkedView(readiness, content, look);
  }
}

function checkedView(
  { reasons, isWhole, mostPredicted }: Extract<Readiness, { readonly kind: 'checked' }>,
  content: PreviewContent,
  look: HeadReadinessLook,
): TemplateResult | typeof nothing {
  const stops = reasons.filter(({ decision }) => decision === 'stop');
  const notes = [
    ...(reasons.length === 0 && isWhole ? ['No guard asks or stops.'] : []),
    ...(isWhole || stops.length > 0 ? [] : [LATER]),
    ...(mostPredicted === undefined ? [] : [unpredicted(mostPredicted)]),
  ];
  const note =
    notes.length === 0 || look.isBrief
      ? nothing
      : html`<p class="quiet">
          ${icon(reasons.length === 0 && isWhole ? 'check' : 'info')}<span>${notes.join(' ')}</span>
        </p>`;
  if (reasons.length === 0 && note === nothing) return nothing;
  if (reasons.length === 0) return html`<div class="readiness" role="status">${note}</div>`;
  // While something stops it, there is no question
  const shown = stops.length > 0 ? stops : reasons;
  return html`<div class="readiness" role="status">
    <ul id=${REASONS_ID}>
      ${shown.map((reason) => html`<li class=${reason.decision}>${reasonView(reason, content, look)}</li>`)}
    </ul>
    ${note}
  </div>`;
}

function unpredicted(most: number): string {
  return `Whose account would be created, updated or disabled is predicted for at most ${formatCount(most)} people.`;
}

const LATER = 'The job, its accounts and what it was last sent are checked when you send.';

/** The icons for the guards' decisions. */
const DECISION_ICONS = { stop: 'error', type: 'edit', ask: 'question' } as const;

/**
 * A reason, and the commands that resolve it.
 * @param stops said before a reason that stops; left out: its icon says so
 */
export function reasonView(
  reason: SendingReason,
  content: PreviewContent,
  look: ReadinessLook,
  stops = '',
): TemplateResult {
  const { decision, text, links } = reason;
  const ways = links.flatMap((link) => {
    const title = titleOf(link, content);
    return title === undefined
      ? []
      : [html` <button class="link" @click=${() => follow(link, look)}>${title}</button>`];
  });
  return html`${icon(DECISION_ICONS[decision])}<span>${leadOf(reason, stops)}${text}${ways}</span>`;
}

function leadOf({ decision, typed }: SendingReason, stops: string): string {
  if (decision === 'stop') return stops;
  return typed === undefined ? 'Asks: ' : `Asks you to type ${typed}: `;
}

const LEFT_OUT = { refused: 'skipped', excluded: 'excluded' } as const;

const PANEL_TITLES: Readonly<Record<PanelLink, string>> = {
  mapping: 'Open the mapping',
  source: 'Open its source block',
  statuses: 'Decide the statuses',
  limits: 'Change limits',
  connection: 'Switch connection',
  runs: 'Show the runs',
  trust: 'Manage trust',
};

/** `undefined` if this extract does not have it. */
function titleOf(link: ReasonLink, { problems, states, outcomes = [] }: PreviewContent): string | undefined {
  switch (link.kind) {
    case 'state':
      return states.some(([state]) => state === link.state) ? `Show ${LEFT_OUT[link.state]} records` : undefined;
    case 'problem':
      return problems.some(({ code, isFilter }) => code === link.code && isFilter) ? 'Show these records' : undefined;
    case 'outcome':
      return outcomes.some(([outcome]) => outcome === link.outcome) ? 'Show these records' : undefined;
    case 'line':
      return `Show line ${formatCount(link.line)}`;
    case 'run':
      return 'Show that run';
    default:
      return PANEL_TITLES[link.kind];
  }
}

function follow(link: ReasonLink, { filter, narrow, showCells, showRun, open }: ReadinessLook): void {
  const { text } = filter;
  switch (link.kind) {
    case 'state':
      narrow({ text, state: link.state });
      return;
    case 'problem':
      narrow({ text, problem: link.code });
      return;
    case 'outcome':
      narrow({ text, outcome: link.outcome });
      return;
    case 'line':
      showCells(link.line, []);
      return;
    case 'run':
      showRun(link.run);
      return;
    default:
      if (PANEL_LINKS.includes(link.kind)) open(link.kind);
  }
}
