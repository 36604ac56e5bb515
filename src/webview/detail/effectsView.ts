import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PersonHappened, PreviewPrediction } from '../../preview/previewState';
import type { CardLook } from './cardLook';

type Shown = TemplateResult | typeof nothing;

/** What would happen to the person, and beside it what has happened. */
export function effectsView(look: CardLook): Shown {
  const [would, did] = [predictionView(look), happenedView(look)];
  return would === nothing && did === nothing ? nothing : html`<div class="effects">${would}${did}</div>`;
}

function predictionView({ prediction, predict, happened }: CardLook): Shown {
  const before = happened?.kind === 'known' ? happened.why : '';
  if (prediction === undefined || prediction.kind === 'none') return nothing;
  return html`<section class="effect">
    <h3>What would happen</h3>
    ${prediction.kind === 'offered' ? offerView(prediction.connection, predict) : knownView(prediction, before)}
  </section>`;
}

function offerView(connection: string, predict: () => void): TemplateResult {
  return html`<vscode-button secondary @click=${predict}>Predict (signs in to ${connection})</vscode-button>`;
}

/** @param before the reason of the last outcome: the same reason is not repeated */
function knownView(
  { connection, person }: Extract<PreviewPrediction, { kind: 'known' }>,
  before: string,
): TemplateResult {
  const why = person.why !== '' && person.why === before ? 'For the same reason as in the last run.' : person.why;
  return html`<p><strong class=${person.tone}>${person.title}</strong> <span class="quiet">in ${connection}</span></p>
    ${why === '' ? nothing : html`<p>${why}</p>`}`;
}

function happenedView({ happened, showResult, lookBack }: CardLook): Shown {
  if (happened === undefined) return nothing;
  return html`<section class="effect">
    <h3>What happened</h3>
    ${happened.kind === 'known' ? personView(happened, showResult) : unknownView(happened.kind, lookBack)}
  </section>`;
}

function personView({ title, tone, why, when }: PersonHappened, showResult: () => void): TemplateResult {
  return html`<p><strong class=${tone}>${title}</strong> <span class="quiet">${when}</span></p>
    ${why === '' ? nothing : html`<p>${why}</p>`}
    <p><button class="link" title="Show this person in Runs" @click=${showResult}>Show in Runs</button></p>`;
}

function unknownView(kind: 'offered' | 'none', lookBack: () => void): TemplateResult {
  if (kind === 'none') return html`<p class="quiet">No earlier run holds this record.</p>`;
  return html`<vscode-button secondary @click=${lookBack}>Look in earlier runs</vscode-button>`;
}
