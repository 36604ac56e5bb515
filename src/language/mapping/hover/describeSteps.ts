import type { ExplainedStep } from '../../../core/expression/explain';
import type { Value } from '../../../core/expression/value';
import { asText, isDirective, isList, isRoles } from '../../../core/expression/value';
import { columnsOf } from '../../../core/mapping/model/columns';
import type { MappingDocument } from '../document/mappingDocument';
import type { ExpressionNode } from '../document/mappingNodes';
import type { Markdown } from '../../shared/markdown';
import { code, joined, words, quotedCode, table } from '../../shared/markdown';
import { recordValues } from '../recordValues';
import { lineLink } from './lineLink';

/** Maximum number of steps that are shown. */
const SHOWN = 12;

/** The evaluation of a part of an expression for the current record, step by step; `undefined` without a record. */
export function describeSteps(document: MappingDocument, { node, owner }: ExpressionNode): Markdown | undefined {
  const values = recordValues(document);
  const whole = values?.stepsOf(owner);
  if (values === undefined || whole === undefined) return undefined;
  const columns = [...new Set(columnsOf(node).map(({ column }) => column))];
  const line = lineLink(document, values.record.line, columns);
  const own = findStep(whole, (step) => step.node === node);
  if (own === undefined) return words`Not evaluated for ${line}: another value was used.`;
  const steps = [...inOrder(own)].filter(({ node: { kind } }) => kind !== 'string' && kind !== 'integer');
  // The last steps lead to the value in question
  const shown = steps.slice(-SHOWN);
  const rows = shown.map((step) => [code(step.text, 70), describeStepValue(step)]);
  return table([shown.length < steps.length ? words`last ${SHOWN} steps` : words`step`, line], rows);
}

function findStep(step: ExplainedStep, is: (candidate: ExplainedStep) => boolean): ExplainedStep | undefined {
  if (is(step)) return step;
  for (const part of step.parts) {
    const found = findStep(part, is);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Parts come before the whole, in the order of evaluation. */
function* inOrder(step: ExplainedStep): Generator<ExplainedStep> {
  for (const part of step.parts) yield* inOrder(part);
  yield step;
}

function describeStepValue({ outcome }: ExplainedStep): Markdown {
  if ('value' in outcome) return describeValue(outcome.value);
  const { message, code: errorCode, value } = outcome.error;
  return words`*error:* ${code(`${message} (${errorCode})`, 200)}${value === undefined ? words`` : words` ${quotedCode(value)}`}`;
}

function describeValue(value: Value): Markdown {
  if (value === null) return words`*null*`;
  if (typeof value === 'string') return quotedCode(value);
  if (isDirective(value)) return code(value.directive);
  if (isList(value)) {
    if (value.length === 0) return words`*empty list*`;
    const shown = value.slice(0, 5).map((each) => quotedCode(each));
    return joined(value.length > 5 ? [...shown, words`…`] : shown, ', ');
  }
  if (isRoles(value)) return code(JSON.stringify(value.roles));
  return code(asText(value) ?? '');
}
