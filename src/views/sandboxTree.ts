import { explainJob } from '../core/logs/explainJob';
import type { JobFlavour } from '../core/provisioning/job/compiledJob';
import { explainEntry, titleOfCode } from '../core/logs/explain';
import type { LogStep, ModifiedProperty } from '../core/logs/logEntry';
import { parseLogEntry } from '../core/logs/logEntry';
import { loggedOutcome } from '../core/provisioning/cycle/change';
import { plainLines, plainText } from '../core/text/plainText';
import { formatCount } from '../core/text/formatCount';
import { STATE_LABELS } from '../core/run/recordState';
import type { NoteElement, RowLook } from './rowLook';
import { STATE_ICONS, toneOf } from '../core/run/stateLook';
import { look, lookOfNote, lookOfProperty, lookOfStep } from './rowLook';
import type { Sandbox } from '../sandbox/sandbox';
import type { Scenario } from '../sandbox/scenarios/scenario';
import type { ChangeView, JobView, UserView } from '../sandbox/views';

/** The part of a sandbox that the tree uses, in pages. */
export type ShownTenant = Pick<
  Sandbox,
  'scenario' | 'jobs' | 'countUsers' | 'usersByName' | 'user' | 'countChanges' | 'changes'
>;

/** A row of the tree, as plain data. Ids contain the whole path, so that selection and expansion survive a refresh. */
export type SandboxElement =
  | { readonly kind: 'scenario'; readonly id: string; readonly scenario: Scenario }
  | { readonly kind: 'job'; readonly id: string; readonly job: JobView }
  | { readonly kind: 'users'; readonly id: string; readonly flavour: JobFlavour; readonly count: number }
  /** A page of many people, from an index in the order of their names. */
  | {
      readonly kind: 'range';
      readonly id: string;
      readonly flavour: JobFlavour;
      readonly from: number;
      readonly count: number;
      readonly first: string;
    }
  | { readonly kind: 'user'; readonly id: string; readonly user: UserView }
  | { readonly kind: 'attribute'; readonly id: string; readonly name: string; readonly value: string }
  | { readonly kind: 'changes'; readonly id: string; readonly count: number }
  /** The changes before the shown ones. */
  | { readonly kind: 'older'; readonly id: string; readonly skipped: number; readonly count: number }
  | { readonly kind: 'logged'; readonly id: string; readonly change: ChangeView; readonly isOfUser: boolean }
  | NoteElement
  | { readonly kind: 'step'; readonly id: string; readonly step: LogStep }
  | { readonly kind: 'property'; readonly id: string; readonly property: ModifiedProperty };

/** Maximum number of people or changes below one row. */
const PAGE = 1000;
/** Attributes whose value is the id of another account. */
const REFERENCES: ReadonlySet<string> = new Set(['manager']);

/** The top rows. People of Active Directory are shown if there are any or if the scenario concerns them. */
export function sandboxElements(tenant: ShownTenant): readonly SandboxElement[] {
  const { scenario, countChanges } = tenant;
  const flavours = (['API2AAD', 'API2AD'] as const).filter(
    (flavour) => flavour === 'API2AAD' || flavour === scenario.flavour || tenant.countUsers(flavour) > 0,
  );
  return [
    { kind: 'scenario', id: 'scenario', scenario },
    ...tenant.jobs().map((job) => ({ kind: 'job' as const, id: `job/${job.flavour}`, job })),
    ...flavours.map((flavour) => ({
      kind: 'users' as const,
      id: `users/${flavour}`,
      flavour,
      count: tenant.countUsers(flavour),
    })),
    { kind: 'changes', id: 'changes', count: countChanges },
  ];
}

/** The rows below a row. */
export function sandboxChildren(element: SandboxElement, tenant: ShownTenant): readonly SandboxElement[] {
  switch (element.kind) {
    case 'job':
      return ofJob(element.job, element.id);
    case 'users':
      return element.count > PAGE
        ? ranges(element, tenant)
        : people(element.id, tenant.usersByName(element.flavour, 0, PAGE));
    case 'range':
      return people(element.id, tenant.usersByName(element.flavour, element.from, PAGE));
    case 'user':
      return ofUser(element.user, element.id, tenant);
    case 'changes':
      return changesFrom(0, element.id, tenant);
    case 'older':
      return changesFrom(element.skipped, element.id, tenant);
    case 'logged':
      return ofChange(element.change, element.id);
    case 'scenario':
    case 'attribute':
    case 'note':
    case 'step':
    case 'property':
      return [];
  }
}

function ofJob(job: JobView, id: string): readonly SandboxElement[] {
  const words = explainJob(job);
  const waiting: readonly (readonly [name: string, count: number])[] = [
    ['Waiting for the next cycle', job.staged],
    ['Failed, to be retried', job.escrowed],
    ['Held as accidental deletions', job.held],
  ];
  return [
    ...(words === undefined ? [] : notes(id, words.cause, words.remedy)),
    ...waiting
      .filter(([, count]) => count > 0)
      .map(([name, count]) => ({ kind: 'attribute' as const, id: `${id}/${name}`, name, value: formatCount(count) })),
    { kind: 'attribute', id: `${id}/id`, name: 'Id', value: job.id },
  ];
}

function notes(id: string, cause: string, remedy: string): readonly SandboxElement[] {
  return [
    { kind: 'note', id: `${id}/why`, label: 'Why', text: cause, tone: 'why' },
    { kind: 'note', id: `${id}/remedy`, label: 'What to do', text: remedy, tone: 'remedy' },
  ];
}

function ranges(
  { flavour, count, id }: Extract<SandboxElement, { kind: 'users' }>,
  tenant: ShownTenant,
): readonly SandboxElement[] {
  return Array.from({ length: Math.ceil(count / PAGE) }, (_, index) => {
    const from = index * PAGE;
    const [first] = tenant.usersByName(flavour, from, 1);
    return {
      kind: 'range',
      id: `${id}/from-${from}`,
      flavour,
      from,
      count: Math.min(PAGE, count - from),
      first: first?.name ?? '',
    };
  });
}

function people(parent: string, users: readonly UserView[]): readonly SandboxElement[] {
  return users.map((user) => ({ kind: 'user', id: `${parent}/${user.id}`, user }));
}

function ofUser(user: UserView, id: string, tenant: ShownTenant): readonly SandboxElement[] {
  const { lastChange } = user;
  return [
    ...(lastChange === undefined
      ? []
      : [{ kind: 'logged' as const, id: `${id}/last`, change: lastChange, isOfUser: true }]),
    { kind: 'attribute', id: `${id}/id`, name: 'id', value: user.id },
    ...[...user.values]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ({
        kind: 'attribute' as const,
        id: `${id}/value/${name}`,
        name,
        value: REFERENCES.has(name) ? (tenant.user(user.flavour, value)?.name ?? value) : value,
      })),
  ];
}

function changesFrom(skipped: number, parent: string, tenant: ShownTenant): readonly SandboxElement[] {
  const shown: readonly SandboxElement[] = tenant
    .changes(PAGE, skipped)
    .map((change) => ({ kind: 'logged', id: `${parent}/${change.number}`, change, isOfUser: false }));
  const left = tenant.countChanges - skipped - PAGE;
  return left <= 0 ? shown : [...shown, { kind: 'older', id: `${parent}/older`, skipped: skipped + PAGE, count: left }];
}

function ofChange({ entry: json, outcome }: ChangeView, id: string): readonly SandboxElement[] {
  const entry = parseLogEntry(json);
  if (entry === undefined) return [];
  const words = outcome === 'unchanged' || outcome === 'deferred' ? undefined : explainEntry(entry);
  return [
    ...(words === undefined ? [] : notes(id, words.cause, words.remedy)),
    ...entry.steps.map((step, index) => ({ kind: 'step' as const, id: `${id}/step-${index}`, step })),
    ...entry.modifiedProperties.map((property, index) => ({
      kind: 'property' as const,
      id: `${id}/property-${index}`,
      property,
    })),
  ];
}

/** @param timeOf formats a time of the log, in milliseconds since 1970, for display */
export function lookOfSandbox(element: SandboxElement, timeOf: (at: number) => string): RowLook {
  switch (element.kind) {
    case 'scenario':
      return lookOfScenario(element.scenario);
    case 'job':
      return lookOfJob(element.job, timeOf);
    case 'users':
      return look(
        element.flavour === 'API2AAD' ? 'Users in Entra ID' : 'Users in Active Directory',
        formatCount(element.count),
        'organization',
        'quiet',
        element.count === 0 ? 'not' : 'closed',
      );
    case 'range':
      return look(
        `From ${element.first}`,
        `${formatCount(element.from + 1)} to ${formatCount(element.from + element.count)}`,
        'organization',
        'quiet',
        'closed',
      );
    case 'user':
      return lookOfUser(element.user, timeOf);
    case 'attribute':
      return lookOfAttribute(element.name, element.value);
    case 'changes':
      return look(
        'Last Changes',
        formatCount(element.count),
        'history',
        'quiet',
        element.count === 0 ? 'not' : 'closed',
      );
    case 'older':
      return look(`${formatCount(element.count)} older changes`, '', 'ellipsis', 'quiet', 'closed');
    case 'logged':
      return lookOfChange(element.change, element.isOfUser, timeOf);
    case 'note':
      return lookOfNote(element.label, element.text, element.tone);
    case 'step':
      return lookOfStep(element.step);
    case 'property':
      return lookOfProperty(element.property);
  }
}

function lookOfScenario({ name, title, summary, description }: Scenario): RowLook {
  const isHealthy = name === 'healthy';
  return {
    ...look(title, isHealthy ? 'scenario' : `scenario · ${summary}`, 'beaker', isHealthy ? 'quiet' : 'doubt', 'not'),
    tooltip: plainLines(`Scenario of the sandbox tenant: ${title}\n${description}\nClick to choose another.`),
  };
}

const JOB_LOOKS: Readonly<Record<JobView['code'], readonly [word: string, icon: string, tone: RowLook['tone']]>> = {
  NotRun: ['not run yet', 'circle-outline', 'quiet'],
  Active: ['active', 'pass', 'good'],
  Paused: ['paused', 'debug-pause', 'doubt'],
  Quarantine: ['in quarantine', 'warning', 'bad'],
};

function lookOfJob(job: JobView, timeOf: (at: number) => string): RowLook {
  const [word, icon, tone] = JOB_LOOKS[job.code];
  // The icon shows that a job is active
  const state = job.code === 'Active' && job.lastCycle !== undefined ? '' : word;
  const label = job.flavour === 'API2AAD' ? 'Job to Entra ID' : 'Job to Active Directory';
  const facts = [
    job.schedule === 'Disabled' ? 'disabled' : state,
    job.staged > 0 ? `${formatCount(job.staged)} staged` : '',
    job.lastCycle === undefined ? '' : `last cycle ${timeOf(job.lastCycle)}`,
  ].filter((fact) => fact !== '');
  const reason = job.quarantine === undefined ? [] : [`${job.quarantine.reason}: ${job.quarantine.error.message}`];
  return {
    ...look(label, facts.join(' · '), icon, tone, 'closed'),
    tooltip: plainLines([job.name, facts.join(' · '), ...reason].join('\n')),
  };
}

/** The attribute that tells whether an account may sign in. */
const SWITCHES: Readonly<Record<JobFlavour, string>> = { API2AAD: 'accountEnabled', API2AD: 'accountDisabled' };

function lookOfUser(user: UserView, timeOf: (at: number) => string): RowLook {
  const { name, userPrincipalName, lastChange, flavour, values } = user;
  // The state is unknown for an account that was loaded without the attribute
  const isDisabled = !user.isEnabled && values.has(SWITCHES[flavour]);
  const facts = [
    isDisabled ? 'disabled' : '',
    lastChange === undefined ? '' : `${wordOf(lastChange)} ${timeOf(lastChange.at)}`,
    userPrincipalName === name ? '' : userPrincipalName,
  ].filter((fact) => fact !== '');
  return look(name, facts.join(' · '), isDisabled ? 'lock' : 'account', isDisabled ? 'doubt' : 'quiet', 'closed');
}

function lookOfAttribute(name: string, value: string): RowLook {
  return look(name, value, REFERENCES.has(name) ? 'person' : 'symbol-field', 'quiet', 'not');
}

function lookOfChange(change: ChangeView, isOfUser: boolean, timeOf: (at: number) => string): RowLook {
  const { displayName, externalId, errorCode, outcome } = change;
  const state = loggedOutcome(outcome);
  const code = state === 'failed' || state === 'skipped' ? (errorCode ?? '') : '';
  const why = titleOfCode(code) ?? code;
  const time = timeOf(change.at);
  if (isOfUser) {
    const description = listed([`${wordOf(change)} ${time}`, why]);
    return look('Last change', description, STATE_ICONS[state], toneOf(state), 'closed');
  }
  const who = displayName || externalId;
  const id = externalId === who ? '' : externalId;
  // The icon shows the other outcomes
  const word = outcome === 'deferred' || outcome === 'out-of-scope' ? wordOf(change) : '';
  const row = look(who, listed([id, word, why, time]), STATE_ICONS[state], toneOf(state), 'closed');
  const spoken = [who, wordOf(change), id, why, time].filter((fact) => fact !== '').join(', ');
  const whole = listed([`${wordOf(change)} ${time}`, code, id]);
  return { ...row, spoken: plainText(spoken), tooltip: plainLines(`${who}: ${whole}`) };
}

function listed(facts: readonly string[]): string {
  return facts.filter((fact) => fact !== '').join(' · ');
}

function wordOf({ outcome }: ChangeView): string {
  if (outcome === 'out-of-scope') return 'out of scope';
  return outcome === 'deferred' ? 'unchanged, waits for a manager' : STATE_LABELS[loggedOutcome(outcome)];
}
