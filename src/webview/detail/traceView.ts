import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { CellTrace, PredictedPerson, PreviewDetail, RuleTrace } from '../../preview/previewState';
import type { TextDifference } from '../../preview/text/textDifference';
import { textDifference } from '../../preview/text/textDifference';
import type { CardLook } from './cardLook';
import { columnLink, showCell, unusedView } from './cellsView';
import { piecesView, textView } from './textView';

/** Maximum number of characters of an expression to show; the whole is in its tooltip. */
const EXPRESSION = 60;

const HEADINGS = ['Column', 'Expression', 'SCIM attribute', 'Value', 'Entra attribute', 'Effect'] as const;

/** The source of a row of the table. */
interface TraceParts {
  readonly detail: PreviewDetail;
  readonly look: CardLook;
  /** The prediction, once it is known. */
  readonly person: PredictedPerson | undefined;
}

type Cells = TemplateResult | readonly TemplateResult[];

/** Where every value of a record comes from and goes to: one row per rule, in the order of the columns, constants last. */
export function traceView(detail: PreviewDetail, look: CardLook): TemplateResult {
  const person = look.prediction?.kind === 'known' ? look.prediction.person : undefined;
  const parts = { detail, look, person };
  const places = new Map(detail.cells.map(({ column }, index) => [column, index]));
  const placeOf = ({ columns: [first] }: RuleTrace) =>
    first === undefined ? Infinity : (places.get(first) ?? Infinity);
  const rules = detail.rules.map((rule, number) => ({ rule, number }));
  rules.sort((a, b) => placeOf(a.rule) - placeOf(b.rule));
  const unused = detail.cells.filter(({ paths }) => paths.length === 0);
  return html`<h3>Mapped values</h3>
    <table class="trace values" role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${HEADINGS.map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rules.map(({ rule, number }) => ruleRows(rule, number, parts))} ${otherChanges(parts)}
      </tbody>
    </table>
    <p class="quiet source">Entra attributes: ${look.flow.source}.</p>
    ${unusedView(unused, detail.row.line, look)}`;
}

function ruleRows(rule: RuleTrace, number: number, parts: TraceParts): Cells {
  const { look, detail } = parts;
  const attributes = look.lineage.attributesOf(number);
  const rows = Math.max(1, attributes.length);
  const node = `rule:${number}`;
  const cells = detail.cells.filter(({ column }) => rule.columns.includes(column));
  const difference = differenceOf(rule, cells);
  const isMarked = cells.some(({ column }) => look.marked.has(column));
  const [first, ...others] = attributes;
  return [
    html`<tr role="row" class=${isMarked ? 'marked' : ''}>
      <th scope="row" role="rowheader" rowspan=${rows} data-label="Column">
        <div>
          ${
            cells.length === 0
              ? html`<span class="quiet">constant</span>`
              : cells.map((cell) => sourceView(cell, difference, parts))
          }
        </div>
      </th>
      <td role="cell" rowspan=${rows} class="expression" data-label="Expression" data-node=${node}>
        ${expressionView(rule, look)}
      </td>
      <td role="cell" rowspan=${rows} class="attribute" data-label="SCIM attribute" data-node=${node}>
        ${attributeView(rule, number, look)}
      </td>
      <td role="cell" rowspan=${rows} data-label="Value" data-node=${node} class="result given ${rule.result}">
        ${valueView(rule, difference)}
      </td>
      ${first === undefined ? unreadCells() : entraCells(first, rule, parts)}
    </tr>`,
    ...others.map(
      (attribute) =>
        html`<tr role="row" class="further">
          ${entraCells(attribute, rule, parts)}
        </tr>`,
    ),
  ];
}

/** A column and its cell, with marks on the characters that the value does not have. */
function sourceView(
  cell: CellTrace,
  difference: TextDifference | undefined,
  { detail, look }: TraceParts,
): TemplateResult {
  const { column, value } = cell;
  const { line } = detail.row;
  const place = detail.cells.indexOf(cell);
  return html`<div class="source-cell ${look.marked.has(column) ? 'asked' : ''}" data-node="cell:${place}">
    ${columnLink(column, line, look)}
    <div class="cell" @click=${showCell(column, line, look)}>
      ${difference === undefined ? textView(value) : piecesView(difference.before, 'gone')}
    </div>
  </div>`;
}

function expressionView({ expression, rule }: RuleTrace, look: CardLook): TemplateResult {
  const short = expression.replaceAll(/\s+/g, ' ');
  const shown = short.length > EXPRESSION ? `${short.slice(0, EXPRESSION)}…` : short;
  return html`<button
    class="link code"
    title="Go to the rule: ${expression}"
    @click=${() => {
      look.showRule(rule);
    }}
  >
    ${shown}
  </button>`;
}

function attributeView({ path, span }: RuleTrace, number: number, look: CardLook): TemplateResult {
  const { urn, name } = splitUrn(path);
  const words = html`${urn === '' ? nothing : html`<span class="quiet">${urn}:</span><wbr />`}${brokenPath(name)}`;
  if (span === undefined) return html`<span title=${path}>${words}</span>`;
  return html`<button
    class="link"
    title="Show in the operation: ${path}"
    @click=${() => {
      look.showAttribute(number);
    }}
  >
    ${words}
  </button>`;
}

/** `emails[type eq "work"].value` may wrap onto two lines, but no word of it is broken. */
function brokenPath(name: string): TemplateResult {
  return html`${name.split(/(?=[[.])/).map((part) => html`${part}<wbr />`)}`;
}

function valueView({ result, text }: RuleTrace, difference: TextDifference | undefined): TemplateResult {
  if (result === 'problem') return html`invalid, see above`;
  if (result !== 'value') return html`${text}`;
  if (difference !== undefined) return html`<span class="string">${piecesView(difference.after, 'new')}</span>`;
  const value = stringIn(text);
  return value === undefined ? html`${textView(text)}` : html`<span class="string">${textView(value)}</span>`;
}

/** The difference between a cell and the value that is made from it alone. */
function differenceOf({ result, text, columns }: RuleTrace, [cell]: readonly CellTrace[]): TextDifference | undefined {
  const value = result === 'value' ? stringIn(text) : undefined;
  if (value === undefined || cell === undefined || columns.length !== 1) return undefined;
  return textDifference(cell.value, value);
}

/** The content of a JSON string; `undefined` for a number, a truth value and null. */
function stringIn(json: string): string | undefined {
  const value: unknown = json.startsWith('"') ? JSON.parse(json) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function unreadCells(): TemplateResult {
  return html`<td role="cell" class="quiet entra" data-label="Entra attribute">not read by the job</td>
    <td role="cell" class="effect-cell none" data-label="Effect"></td>`;
}

function entraCells(number: number, { result }: RuleTrace, { look, person }: TraceParts): TemplateResult {
  const attribute = look.flow.attributes[number];
  const name = attribute?.name ?? '';
  const effect = person === undefined ? nothing : effectView(name, result, person);
  return html`<td role="cell" class="entra" data-label="Entra attribute" data-node="attribute:${number}">
      <button
        class="link"
        title="Show the job's attribute mapping: ${name} = ${attribute?.expression ?? ''}"
        @click=${() => {
          look.showMapping(number);
        }}
      >
        ${brokenPath(name)}
      </button>
    </td>
    <td
      role="cell"
      class="result effect-cell ${effect === nothing ? 'none' : ''}"
      data-label="Effect"
      data-node="attribute:${number}"
    >
      ${effect}
    </td>`;
}

function effectView(
  name: string,
  result: RuleTrace['result'],
  person: PredictedPerson,
): TemplateResult | typeof nothing {
  const change = person.changes.find(({ attribute }) => attribute === name);
  if (change !== undefined) return changeView(change);
  return person.isWritten && result === 'value' ? html`<span class="quiet">no change</span>` : nothing;
}

function changeView({ now, then }: PredictedPerson['changes'][number]): TemplateResult {
  if (now === '') return html`<span class="quiet">set to</span> ${textView(then)}`;
  if (then === '') return html`${textView(now)} <span class="quiet">is cleared</span>`;
  const difference = textDifference(now, then);
  if (difference === undefined) return html`${textView(now)} <span class="quiet">→</span> ${textView(then)}`;
  return html`${piecesView(difference.before, 'gone')}
    <span class="quiet">→</span> ${piecesView(difference.after, 'new')}`;
}

/** The changes of the job that do not come from a rule of the mapping. */
function otherChanges({ detail, look, person }: TraceParts): readonly TemplateResult[] {
  const reached = new Set(detail.rules.flatMap((_, rule) => look.lineage.attributesOf(rule)));
  const known = new Set([...reached].map((number) => look.flow.attributes[number]?.name));
  const others = person?.changes.filter(({ attribute }) => !known.has(attribute)) ?? [];
  return others.map(
    (change) =>
      html`<tr role="row">
        <th scope="row" role="rowheader" colspan="4" class="quiet" data-label="Column">set by the job</th>
        <td role="cell" class="entra" data-label="Entra attribute">${brokenPath(change.attribute)}</td>
        <td role="cell" class="result effect-cell" data-label="Effect">${changeView(change)}</td>
      </tr>`,
  );
}

/** A path's URN takes a whole line and says little: its last parts are enough, the whole is in the tooltip. */
function splitUrn(path: string): { readonly urn: string; readonly name: string } {
  const match = /^urn:.*:(?<schema>[^:]+):[0-9.]+:\w+:(?<name>[^:]+)$/i.exec(path);
  return { urn: match?.groups?.schema ?? '', name: match?.groups?.name ?? path };
}
