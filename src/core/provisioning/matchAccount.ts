import type { JsonObject } from '../json/jsonValue';
import { isEmpty } from '../expression/value';
import type { AttributeFlow, CompiledMapping } from './compiledJob';
import { convertValue, isSame } from './convertValue';
import type { CycleContext } from './cycleContext';
import { expressionContext } from './cycleContext';
import type { DirectoryUser } from './directory';
import { evaluateFlow } from './flowValue';
import type { JobState } from './jobState';
import type { Refusal } from './refusal';
import { duplicateSourceEntries, duplicateTargetEntries, importSkipped, invalidAnchor } from './refusal';
import { foldText, targetText } from './targetValue';

/** Whose matching values came by in this cycle: from the value to the externalId. */
export type SeenValues = Map<string, string>;

/** The account of a record, none when it has to be created, or why that cannot be told. */
export type Match =
  | { readonly kind: 'match'; readonly account: DirectoryUser | undefined }
  | { readonly kind: 'skipped'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly refusal: Refusal };

interface Candidate {
  readonly flow: AttributeFlow;
  readonly value: string;
}

/**
 * Finds the account of a record: the one that the job has linked to it, else by the matching attributes in the order of their
 * priority, of which the first that finds any decides. They are not combined.
 * Sources: Entra, inbound provisioning FAQ, customizing attribute mappings, error codes of the provisioning log; Graph, job restart criteria (links).
 */
export function matchAccount(
  resource: JsonObject,
  externalId: string,
  mapping: CompiledMapping,
  state: JobState,
  context: CycleContext,
  seen: SeenValues,
): Match {
  const candidates: Candidate[] = [];
  for (const flow of mapping.matching) {
    const result = evaluateFlow(flow, resource, expressionContext(context, externalId, flow.place, undefined));
    if ('refusal' in result) return { kind: 'failed', refusal: result.refusal };
    if (isEmpty(result.value)) continue;
    const converted = convertValue(result.value, flow);
    if ('refusal' in converted) return { kind: 'failed', refusal: converted.refusal };
    if (converted.value !== undefined) candidates.push({ flow, value: targetText(converted.value) });
  }
  if (candidates.length === 0) {
    const sources = mapping.matching.flatMap((flow) => flow.sources.map(({ name }) => name));
    return { kind: 'skipped', refusal: importSkipped(sources.length === 0 ? ['externalId'] : sources) };
  }
  return claim(candidates, externalId, seen) ?? find(candidates, externalId, state);
}

/** Two source objects with one matching value; two records of the same one are not. */
function claim(candidates: readonly Candidate[], externalId: string, seen: SeenValues): Match | undefined {
  for (const { flow, value } of candidates) {
    const key = `${flow.target}\n${flow.caseExact ? value : foldText(value)}`;
    const owner = seen.get(key) ?? externalId;
    if (owner !== externalId) return { kind: 'failed', refusal: duplicateSourceEntries(flow.target) };
    seen.set(key, externalId);
  }
  return undefined;
}

function find(candidates: readonly Candidate[], externalId: string, state: JobState): Match {
  const linked = state.links.get(externalId);
  if (linked !== undefined) {
    const account = state.directory.user(linked);
    return account === undefined ? { kind: 'failed', refusal: invalidAnchor } : { kind: 'match', account };
  }
  for (const { flow, value } of candidates) {
    const found = state.directory
      .withValue(flow.target, value)
      .filter((user) => isSame(flow, user.values.get(flow.target), value) || flow.isMultivalued);
    if (found.length > 1) return { kind: 'failed', refusal: duplicateTargetEntries(found.length, flow.target) };
    if (found.length === 1) return { kind: 'match', account: found[0] };
  }
  return { kind: 'match', account: undefined };
}
