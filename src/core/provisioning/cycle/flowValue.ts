import type { EvaluationContext } from '../../expression/context';
import type { Value } from '../../expression/value';
import { asText, EvaluationError, isDirective, isEmpty, isRoles } from '../../expression/value';
import type { JsonObject } from '../../json/jsonValue';
import type { AttributeFlow, JobFlavour } from '../job/compiledJob';
import { accountSwitch } from '../job/compiledJob';
import { convertFlowValue } from './convertFlowValue';
import type { Refusal } from '../directory/refusal';
import { emptyText, expressionFailed } from '../directory/refusal';
import type { TargetValue } from '../directory/targetValue';
import { foldText } from '../directory/targetValue';

/** The result of an attribute mapping for a resource. */
export type Flowing =
  /** Nothing flows, and the target keeps its value. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly value: TargetValue }
  | { readonly kind: 'clear' }
  /** A reference to the account of the person with this externalId. */
  | { readonly kind: 'reference'; readonly externalId: string }
  | { readonly kind: 'ignoreObject' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const NOTHING: Flowing = { kind: 'nothing' };

/** The target that an attribute mapping is evaluated for. */
export interface FlowTarget {
  readonly isNew: boolean;
  /** The current value of the account. */
  readonly current: TargetValue | undefined;
  readonly flavour: JobFlavour;
}

/**
 * Evaluates one attribute mapping. Sources: Graph, attributeMapping (flow types, default value); Entra, clearing
 * attribute values (null flow), HR user creation issues (empty texts in Active Directory).
 */
export function flowValue(
  flow: AttributeFlow,
  resource: JsonObject,
  target: FlowTarget,
  context: EvaluationContext,
): Flowing {
  if (!isDue(flow, target)) return NOTHING;
  // Without a source, the default always fills an empty target
  if (flow.evaluate === undefined) {
    const isEmptyTarget = target.current === undefined && flow.defaultValue !== undefined;
    return isEmptyTarget ? written(flow.defaultValue, flow, target) : NOTHING;
  }
  const result = evaluateFlow(flow, resource, context);
  if ('refusal' in result) return { kind: 'refused', refusal: result.refusal };
  const value = settle(result.value, flow, resource, target);
  if (isDirective(value)) return value.directive === 'IgnoreObjectFlow' ? { kind: 'ignoreObject' } : NOTHING;
  if (value === null || (isEmpty(value) && value !== '')) return whenAbsent(flow, resource, target);
  if (value === '') return whenEmpty(flow, resource, target);
  if (flow.isReference) return reference(flow, value);
  return written(value, flow, target);
}

/** Whether the flow type and the attribute allow a value to flow now. */
function isDue({ writable, flowType }: AttributeFlow, { isNew, current }: FlowTarget): boolean {
  if (writable === 'never' || (writable === 'onCreate' && !isNew)) return false;
  if (flowType === 'ObjectAddOnly') return isNew;
  return flowType !== 'AttributeAddOnly' || current === undefined;
}

/** The value of a mapping's source, or the reason why there is none. */
export function evaluateFlow(
  flow: AttributeFlow,
  resource: JsonObject,
  context: EvaluationContext,
): { readonly value: Value } | { readonly refusal: Refusal } {
  try {
    return { value: flow.evaluate?.(resource, context) ?? null };
  } catch (error) {
    if (error instanceof EvaluationError) return { refusal: expressionFailed(flow.target, error.message) };
    throw error;
  }
}

/** Turns values that count as absent into null, and an absent account switch into its value. */
function settle(value: Value, flow: AttributeFlow, resource: JsonObject, { isNew, flavour }: FlowTarget): Value {
  if (isRoles(value)) return null;
  if (flow.isDomainQualified && asText(value)?.startsWith('@') === true) {
    // Approximated: a record without the name may be a partial one, which the service is documented to accept
    if (flow.sources.every(({ valueOf }) => isEmpty(valueOf(resource)))) return null;
  }
  if (value === '' && (flow.type !== 'String' || flow.isMultivalued)) value = null;
  // An operation without `active` has been seen to disable existing accounts (AzureAD/entra-id-inbound-provisioning #16)
  if (value === null && flow.isAccountSwitch && !(isNew && flow.defaultValue !== undefined))
    return !accountSwitch(flavour).enabled;
  return value;
}

function whenAbsent(flow: AttributeFlow, resource: JsonObject, target: FlowTarget): Flowing {
  if (target.isNew) return flow.defaultValue === undefined ? NOTHING : written(flow.defaultValue, flow, target);
  if (!flow.clears || target.current === undefined || isAddOnly(flow)) return NOTHING;
  return flow.sources.every(({ isSpokenOf }) => isSpokenOf(resource)) ? { kind: 'clear' } : NOTHING;
}

/**
 * Without null flow, an empty text is passed unchanged, and Active Directory rejects it. That Entra clears the
 * attribute in this case is approximated.
 */
function whenEmpty(flow: AttributeFlow, resource: JsonObject, target: FlowTarget): Flowing {
  if (flow.clears) return whenAbsent(flow, resource, target);
  if (target.flavour === 'API2AD') return { kind: 'refused', refusal: emptyText(flow.target) };
  return target.current === undefined || isAddOnly(flow) ? NOTHING : { kind: 'clear' };
}

/** Flow types that only add values. That this applies to single values, too, is approximated. */
function isAddOnly({ flowType }: AttributeFlow): boolean {
  return flowType === 'ValueAddOnly' || flowType === 'MultiValueAddOnly';
}

/** Only a direct mapping can create a reference. Source: Entra, HR manager update issues. */
function reference(flow: AttributeFlow, value: Value): Flowing {
  const externalId = asText(value);
  return externalId === null || !flow.isDirect ? NOTHING : { kind: 'reference', externalId };
}

function written(value: Value | undefined, flow: AttributeFlow, { current }: FlowTarget): Flowing {
  const converted = convertFlowValue(value ?? null, flow);
  if ('refusal' in converted) return { kind: 'refused', refusal: converted.refusal };
  if (converted.value === undefined) return NOTHING;
  return { kind: 'value', value: isAddOnly(flow) ? added(current, converted.value, flow) : converted.value };
}

function added(current: TargetValue | undefined, value: TargetValue, { caseExact }: AttributeFlow): TargetValue {
  if (typeof value !== 'object' || typeof current !== 'object') return value;
  const keyOf = (text: string): string => (caseExact ? text : foldText(text));
  const known = new Set(current.map(keyOf));
  return [...current, ...value.filter((each) => !known.has(keyOf(each)))];
}
