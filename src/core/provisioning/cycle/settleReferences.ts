import type { Change, DeferredReference } from './change';
import type { JobFlavour } from '../job/compiledJob';
import { referenceText } from '../directory/referenceText';
import type { DirectoryUser } from '../directory/directory';
import type { JobState } from './jobState';
import { accountOf } from './jobState';
import { importStep, matchStep, provisionStep, referenceStep, scopeStep } from './steps';
import { targetTextOf } from '../directory/targetValue';

/**
 * Tries to resolve waiting references, including those of earlier cycles, since an upload may be split over several
 * cycles. Each person with resolved references gets a separate change; a reference to a person out of scope is dropped.
 */
export function settleReferences(state: JobState, flavour: JobFlavour): readonly Change[] {
  const changes: Change[] = [];
  for (const [externalId, references] of [...state.unresolved.entries()]) {
    const found = references.filter((reference) => accountOf(state, reference.externalId) !== undefined);
    const rest = references.filter(
      (reference) => !found.includes(reference) && !state.outOfScope.has(reference.externalId),
    );
    if (rest.length === 0) state.unresolved.delete(externalId);
    else if (rest.length < references.length) state.unresolved.set(externalId, rest);
    const change = settle(externalId, found, state, flavour);
    if (change !== undefined) changes.push(change);
  }
  return changes;
}

function settle(
  externalId: string,
  found: readonly DeferredReference[],
  state: JobState,
  flavour: JobFlavour,
): Change | undefined {
  const { directory } = state;
  const user = accountOf(state, externalId);
  if (user === undefined) return undefined;
  const due = found.flatMap((reference) => {
    const id = accountOf(state, reference.externalId)?.id;
    return id === undefined || user.values.get(reference.attribute) === id ? [] : [{ ...reference, id }];
  });
  if (due.length === 0) return undefined;
  directory.put({
    id: user.id,
    values: new Map([...user.values, ...due.map(({ attribute, id }) => [attribute, id] as const)]),
  });
  const userPrincipalName = targetTextOf(user.values, 'userPrincipalName');
  return {
    externalId,
    displayName: targetTextOf(user.values, 'displayName'),
    targetId: user.id,
    userPrincipalName,
    outcome: 'updated',
    action: 'update',
    status: 'success',
    steps: [
      importStep(externalId, true),
      matchStep(user.id, flavour),
      scopeStep(),
      ...due.map(referenceStep),
      provisionStep('Update', userPrincipalName, flavour),
    ],
    modifiedProperties: due.map(({ attribute, id }) => ({
      name: attribute,
      oldValue: oldReference(user, attribute, (old) => referenceText(old, directory)),
      newValue: referenceText(id, directory),
    })),
    deferred: [],
  };
}

function oldReference({ values }: DirectoryUser, attribute: string, shown: (id: string) => string): string | null {
  const old = targetTextOf(values, attribute);
  return old === '' ? null : shown(old);
}
