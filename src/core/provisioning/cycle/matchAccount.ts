import type { JsonObject } from '../../json/jsonValue';
import { isEmpty } from '../../expression/value';
import type { AttributeFlow, CompiledObjectMapping } from '../job/compiledJob';
import { convertFlowValue, isSameValue } from './convertFlowValue';
import type { RecordFrame, SeenValues } from './decision';
import type { DirectoryUser } from '../directory/directory';
import { evaluateFlow } from './flowValue';
import type { JobState } from './jobState';
import type { Refusal } from '../directory/refusal';
import { duplicateSourceEntries, duplicateTargetEntries, importSkipped, invalidAnchor } from '../directory/refusal';
import { foldText, targetText } from '../directory/targetValue';

/** The account of a record, `undefined` if it must be created, or the reason why this cannot be decided. */
export type AccountMatch =
  | { readonly kind: 'match'; readonly account: DirectoryUser | undefined }
  | { readonly kind: 'skipped'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly refusal: Refusal };

interface Candidate {
  readonly flow: AttributeFlow;
  readonly value: string;
}

/**
 * Finds the account of a record: the one that the job has linked to it, otherwise by the matching attributes in the
 * order of their priority. The first attribute that finds an account decides; they are not combined. Sources: Entra,
 * inbound provisioning FAQ, customizing attribute mappings, error codes of the provisioning log; Graph, job restart
 * criteria (links).
 */
export function matchAccount(
  resource: JsonObject,
  externalId: string,
  mapping: CompiledObjectMapping,
  { state, contextOf, seen }: RecordFrame,
): AccountMatch {
  const candidates: Candidate[] = [];
  for (const flow of mapping.matching) {
    const result = evaluateFlow(flow, resource, contextOf(flow, externalId));
    if ('refusal' in result) return { kind: 'failed', refusal: result.refusal };
    if (isEmpty(result.value)) continue;
    const converted = convertFlowValue(result.value, flow);
    if ('refusal' in converted) return { kind: 'failed', refusal: converted.refusal };
    if (converted.value !== undefined) candidates.push({ flow, value: targetText(converted.value) });
  }
  if (candidates.length === 0) {
    const sources = mapping.matching.flatMap((flow) => flow.sources.map(({ name }) => name));
    return { kind: 'skipped', refusal: importSkipped(sources.length === 0 ? ['externalId'] : sources) };
  }
  const [first] = candidates;
  if (first !== undefined && !claim(keyOf(first), externalId, seen))
    return { kind: 'failed', refusal: duplicateSourceEntries(first.flow.target) };
  const match = find(candidates, externalId, state);
  if (match.kind !== 'match' || match.account === undefined) return match;
  return claimAccount(match.account.id, externalId, seen)
    ? match
    : { kind: 'failed', refusal: duplicateSourceEntries('account') };
}

/**
 * Two source objects with the same matching value or the same account are duplicates; two records of one source object
 * are not.
 */
function claim(key: string, externalId: string, seen: SeenValues): boolean {
  const owner = seen.get(key) ?? externalId;
  seen.set(key, owner);
  return owner === externalId;
}

/** Claims an account for a person in this cycle; `false` if another person has claimed it. */
export function claimAccount(id: string, externalId: string, seen: SeenValues): boolean {
  return claim(`\n${id}`, externalId, seen);
}

function keyOf({ flow, value }: Candidate): string {
  return `${flow.target}\n${flow.caseExact ? value : foldText(value)}`;
}

function find(candidates: readonly Candidate[], externalId: string, state: JobState): AccountMatch {
  const linked = state.links.get(externalId);
  if (linked !== undefined) {
    const account = state.directory.user(linked);
    return account === undefined ? { kind: 'failed', refusal: invalidAnchor } : { kind: 'match', account };
  }
  for (const { flow, value } of candidates) {
    const found = state.directory
      .withValue(flow.target, value)
      .filter((user) => isSameValue(flow, user.values.get(flow.target), value) || flow.isMultivalued);
    if (found.length > 1) return { kind: 'failed', refusal: duplicateTargetEntries(found.length, flow.target) };
    if (found.length === 1) return { kind: 'match', account: found[0] };
  }
  return { kind: 'match', account: undefined };
}
