import type { JsonObject } from '../../json/jsonValue';
import type { ModifiedProperty } from '../../logs/logEntry';
import type { Change, ChangeOutcome, ChangeStep } from './change';
import type { CompiledObjectMapping, JobFlavour } from '../job/compiledJob';
import { accountSwitch } from '../job/compiledJob';
import type { Decision, RecordFrame, AccountSubject } from './decision';
import type { Directory, DirectoryUser } from '../directory/directory';
import { refuseAccount } from '../job/directoryRules';
import { containerOf, distinguishedName } from './distinguishedName';
import type { ProposedValues, References } from './proposeValues';
import { proposeValues } from './proposeValues';
import { referenceText } from '../directory/referenceText';
import type { Refusal } from '../directory/refusal';
import { redundant, skipped, valueInUse } from '../directory/refusal';
import { explainTaken } from './explainTaken';
import { provisionStep, referenceStep, skippedStep, unresolvedStep } from './steps';
import type { TargetValue, TargetValues } from '../directory/targetValue';
import { targetText, targetTextOf } from '../directory/targetValue';

/** A record that is in scope, and its account, if it has one. */
export interface MatchedRecord {
  readonly resource: JsonObject;
  readonly subject: AccountSubject;
  readonly account: DirectoryUser | undefined;
  /** The steps so far. */
  readonly steps: readonly ChangeStep[];
  readonly mapping: CompiledObjectMapping;
}

const NO_VALUES: TargetValues = new Map();

/** Decides what to write to the target, if anything. */
export function decideExport(record: MatchedRecord, frame: RecordFrame): Decision {
  const { resource, subject, account, mapping } = record;
  const proposed = proposeValues(resource, subject.externalId, account, mapping, frame);
  const link = account === undefined ? {} : { link: account.id };
  switch (proposed.kind) {
    case 'ignored': {
      const refusal = skipped('The mapping excludes the record: IgnoreObjectFlow.');
      return { change: unexported('skipped', refusal, record), ...link };
    }
    case 'refused':
      return { change: refused(proposed.refusal, record, frame), ...link, ...waitingOf(proposed.references) };
    case 'values':
      return { ...exportValues(proposed.values, record, frame), ...link, ...waitingOf(proposed.values.references) };
  }
}

function waitingOf({ isSpokenOf, waiting }: References): Pick<Decision, 'waiting'> {
  return isSpokenOf ? { waiting } : {};
}

function exportValues(values: ProposedValues, record: MatchedRecord, frame: RecordFrame): Decision {
  const { account, mapping, steps } = record;
  const { waiting } = values.references;
  const resolution = resolutionSteps(values);
  if (account !== undefined && values.changes.size === 0) {
    const outcome = waiting.length > 0 ? 'deferred' : 'unchanged';
    const described = { ...record, steps: [...steps, ...resolution] };
    return { change: { ...unexported(outcome, redundant, described), deferred: waiting } };
  }
  const before = account?.values ?? NO_VALUES;
  const after = named(changed(before, values.changes), values, record, frame);
  const proposal = {
    id: account?.id ?? '',
    isNew: account === undefined,
    before,
    after,
    written: new Set(values.changes.keys()),
    required: mapping.required.map(({ target }) => target),
    limits: values.limits,
  };
  const { job, state, context } = frame;
  const domains = [context.defaultDomain, ...context.verifiedDomains];
  const refusal =
    refuseAccount(proposal, state.directory, job.flavour, domains) ?? refuseName(after, account?.id, frame);
  const outcome = account === undefined ? 'created' : turnOf(before, after, job.flavour);
  if (refusal !== undefined)
    return { change: refused(explainTaken(refusal, record, after, frame), record, frame, actionOf(outcome)) };
  const subject = subjectOf(record, after);
  return {
    change: {
      ...subject,
      outcome,
      action: actionOf(outcome),
      status: 'success',
      steps: [...steps, ...resolution, exportStep(record, subject.userPrincipalName, job.flavour)],
      modifiedProperties: modified(before, values, state.directory, mapping),
      deferred: waiting,
    },
    account: { id: account?.id ?? '', values: after },
  };
}

function resolutionSteps({ references, changes }: ProposedValues): readonly ChangeStep[] {
  return [
    ...references.resolved.filter(({ attribute }) => changes.has(attribute)).map(referenceStep),
    ...references.waiting.map((reference) => unresolvedStep(reference, true)),
    ...references.unreachable.map((reference) => unresolvedStep(reference, false)),
  ];
}

function changed(before: TargetValues, changes: ProposedValues['changes']): Map<string, TargetValue> {
  const after = new Map(before);
  for (const [name, value] of changes) {
    if (value === undefined) after.delete(name);
    else after.set(name, value);
  }
  return after;
}

/** Adds the distinguished name, which in Active Directory follows from the name and container of the object. */
function named(
  after: Map<string, TargetValue>,
  { changes }: ProposedValues,
  { account }: MatchedRecord,
  { job, context }: RecordFrame,
): TargetValues {
  const moves = account === undefined || changes.has('cn') || changes.has('parentDistinguishedName');
  const commonName = targetTextOf(after, 'cn');
  if (job.flavour === 'API2AD' && moves && commonName !== '')
    after.set('distinguishedName', distinguishedName(commonName, containerOf(after, context)));
  return after;
}

function refuseName(after: TargetValues, id: string | undefined, { job, state }: RecordFrame): Refusal | undefined {
  const name = job.flavour === 'API2AD' ? targetTextOf(after, 'distinguishedName') : '';
  const isTaken = name !== '' && state.directory.withValue('distinguishedName', name).some((other) => other.id !== id);
  return isTaken ? valueInUse('distinguishedName') : undefined;
}

function subjectOf({ subject, account }: MatchedRecord, values: TargetValues): AccountSubject {
  return {
    externalId: subject.externalId,
    displayName: targetTextOf(values, 'displayName') || subject.displayName,
    targetId: account?.id ?? '',
    userPrincipalName: targetTextOf(values, 'userPrincipalName'),
  };
}

function turnOf(before: TargetValues, after: TargetValues, flavour: JobFlavour): ChangeOutcome {
  const { attribute, enabled } = accountSwitch(flavour);
  const [was, is] = [before.get(attribute), after.get(attribute)];
  if (was === is || typeof was !== 'boolean' || typeof is !== 'boolean') return 'updated';
  return is === enabled ? 'enabled' : 'disabled';
}

function actionOf(outcome: ChangeOutcome): Change['action'] {
  if (outcome === 'created') return 'create';
  return outcome === 'disabled' ? 'disable' : 'update';
}

function exportStep({ account }: MatchedRecord, name: string, flavour: JobFlavour, refusal?: Refusal): ChangeStep {
  return provisionStep(account === undefined ? 'Add' : 'Update', name, flavour, refusal);
}

/** The change of a record for which nothing is written; the log gives its action as "other". */
function unexported(outcome: ChangeOutcome, refusal: Refusal, record: MatchedRecord): Change {
  return {
    ...subjectOf(record, record.account?.values ?? NO_VALUES),
    outcome,
    action: 'other',
    status: 'skipped',
    refusal,
    steps: [...record.steps, skippedStep(refusal)],
    modifiedProperties: [],
    deferred: [],
  };
}

function refused(
  refusal: Refusal,
  record: MatchedRecord,
  { job }: RecordFrame,
  action: Change['action'] = record.account === undefined ? 'create' : 'update',
): Change {
  const subject = subjectOf(record, record.account?.values ?? NO_VALUES);
  return {
    ...subject,
    outcome: 'failed',
    action,
    status: 'failure',
    refusal,
    steps: [...record.steps, exportStep(record, subject.userPrincipalName, job.flavour, refusal)],
    modifiedProperties: [],
    deferred: [],
  };
}

const REDACTED = '[Redact]';

function modified(
  before: TargetValues,
  { changes, redacted }: ProposedValues,
  directory: Directory,
  { flows }: CompiledObjectMapping,
): readonly ModifiedProperty[] {
  const references = new Set(flows.filter(({ isReference }) => isReference).map(({ target }) => target));
  const shown = (name: string, value: TargetValue | undefined): string | null => {
    if (value === undefined) return null;
    if (redacted.has(name)) return REDACTED;
    return references.has(name) ? referenceText(targetText(value), directory) : targetText(value);
  };
  return [...changes].map(([name, value]) => ({
    name,
    oldValue: shown(name, before.get(name)),
    newValue: shown(name, value),
  }));
}
