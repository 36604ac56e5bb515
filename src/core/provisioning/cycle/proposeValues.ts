import type { JsonObject } from '../../json/jsonValue';
import type { DeferredReference } from './change';
import type { AttributeFlow, CompiledObjectMapping } from '../job/compiledJob';
import { convertFlowValue, isSameValue } from './convertFlowValue';
import type { RecordFrame } from './decision';
import type { DirectoryUser } from '../directory/directory';
import type { Flowing } from './flowValue';
import { flowValue } from './flowValue';
import { accountOf } from './jobState';
import type { Refusal } from '../directory/refusal';
import { attributeNotFound, directoryAttributeNotFound } from '../directory/refusal';
import type { TargetValue } from '../directory/targetValue';

/** The values that a record's mapping sets on its account. */
export interface ProposedValues {
  /** The changes in the order of the mapping; `undefined` for a value that is cleared. */
  readonly changes: ReadonlyMap<string, TargetValue | undefined>;
  /** The changed attributes whose values the log does not show. */
  readonly redacted: ReadonlySet<string>;
  /** Maximum lengths from the schema. */
  readonly limits: ReadonlyMap<string, number>;
  readonly references: References;
}

export interface References {
  /** Whether the record mentions a reference, even an empty one. */
  readonly isSpokenOf: boolean;
  readonly resolved: readonly DeferredReference[];
  readonly waiting: readonly DeferredReference[];
  /** References to people out of scope, which stay empty. Source: Entra, HR manager update issues. */
  readonly unreachable: readonly DeferredReference[];
}

export type Proposed =
  | { readonly kind: 'values'; readonly values: ProposedValues }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly references: References };

/** Evaluates all attribute mappings of a record. The first refusal decides; references are collected nevertheless. */
export function proposeValues(
  resource: JsonObject,
  externalId: string,
  account: DirectoryUser | undefined,
  mapping: CompiledObjectMapping,
  frame: RecordFrame,
): Proposed {
  const collector = new Collector(account, mapping, frame);
  for (const flow of mapping.flows) {
    const flowing = evaluate(flow, resource, externalId, account, frame);
    if (flowing.kind === 'ignoreObject') return { kind: 'ignored' };
    collector.take(flow, flowing);
  }
  return collector.finish();
}

function evaluate(
  flow: AttributeFlow,
  resource: JsonObject,
  externalId: string,
  account: DirectoryUser | undefined,
  { job, state, contextOf }: RecordFrame,
): Flowing {
  const current = account?.values.get(flow.target);
  // Only Active Directory checks for unique values. Source: Entra, reference of expressions (SelectUniqueValue)
  const exists = (value: string): boolean =>
    state.directory.withValue(flow.target, value).some(({ id }) => id !== account?.id);
  const target = { isNew: account === undefined, current, flavour: job.flavour };
  const uniqueness = job.flavour === 'API2AD' ? exists : undefined;
  return flowValue(flow, resource, target, contextOf(flow, externalId, uniqueness));
}

class Collector {
  readonly #changes = new Map<string, TargetValue | undefined>();
  readonly #redacted = new Set<string>();
  readonly #limits = new Map<string, number>();
  readonly #resolved: DeferredReference[] = [];
  readonly #waiting: DeferredReference[] = [];
  readonly #unreachable: DeferredReference[] = [];
  #isSpokenOf = false;
  #refusal: Refusal | undefined;
  readonly #account: DirectoryUser | undefined;
  readonly #mapping: CompiledObjectMapping;
  readonly #frame: RecordFrame;

  constructor(account: DirectoryUser | undefined, mapping: CompiledObjectMapping, frame: RecordFrame) {
    this.#account = account;
    this.#mapping = mapping;
    this.#frame = frame;
  }

  take(flow: AttributeFlow, flowing: Exclude<Flowing, { kind: 'ignoreObject' }>): void {
    if (flowing.kind === 'nothing') return;
    if (flowing.kind === 'refused') {
      this.#refusal ??= flowing.refusal;
      return;
    }
    if (this.#mapping.targets?.has(flow.target) === false) {
      const isAd = this.#frame.job.flavour === 'API2AD';
      this.#refusal ??= isAd ? directoryAttributeNotFound(flow.target) : attributeNotFound(flow.target);
      return;
    }
    if (flow.isReference) this.#isSpokenOf = true;
    if (flowing.kind === 'reference') this.#refer(flow, flowing.externalId);
    else this.#change(flow, flowing.kind === 'clear' ? undefined : flowing.value);
  }

  finish(): Proposed {
    const references = {
      isSpokenOf: this.#isSpokenOf,
      resolved: this.#resolved,
      waiting: this.#waiting,
      unreachable: this.#unreachable,
    };
    if (this.#refusal === undefined && this.#account === undefined) this.#fillRequired();
    if (this.#refusal !== undefined) return { kind: 'refused', refusal: this.#refusal, references };
    const [changes, redacted, limits] = [this.#changes, this.#redacted, this.#limits];
    return { kind: 'values', values: { changes, redacted, limits, references } };
  }

  #refer(flow: AttributeFlow, externalId: string): void {
    const { state } = this.#frame;
    const reference = { attribute: flow.target, externalId };
    const account = accountOf(state, externalId);
    if (account !== undefined) {
      this.#resolved.push(reference);
      this.#change(flow, account.id);
    } else if (state.outOfScope.has(externalId)) this.#unreachable.push(reference);
    else this.#waiting.push(reference);
  }

  /** If several mappings have the same target, the last one counts; the service's behaviour is not documented. */
  #change(flow: AttributeFlow, value: TargetValue | undefined): void {
    const { target, flowsAlways, maximumLength, isRedacted } = flow;
    this.#changes.delete(target);
    const current = this.#account?.values.get(target);
    if (value === undefined ? current === undefined : isSameValue(flow, current, value) && !flowsAlways) return;
    this.#changes.set(target, value);
    if (isRedacted) this.#redacted.add(target);
    if (maximumLength !== undefined) this.#limits.set(target, maximumLength);
  }

  /** Source: Graph, attributeDefinition (`defaultValue`). */
  #fillRequired(): void {
    for (const attribute of this.#mapping.required) {
      if (attribute.defaultValue === undefined || this.#changes.get(attribute.target) !== undefined) continue;
      const converted = convertFlowValue(attribute.defaultValue, attribute);
      if ('refusal' in converted) this.#refusal ??= converted.refusal;
      else this.#changes.set(attribute.target, converted.value);
    }
  }
}
