import type { Connection } from '../connections/connection';
import type { UnreadableConnection } from '../connections/user/userConnections';
import { shownName } from '../connections/file/shownName';
import type { JobTarget } from '../connections/file/tenantFacts';
import { targetOfJob, tenantFacts } from '../connections/file/tenantFacts';
import type { CheckFinding, ConnectionState } from '../connections/state/connectionState';
import { CONNECTION_STATE_LABELS, NOT_CHECKED } from '../connections/state/connectionState';
import type { KnownState } from '../connections/state/connectionStates';
import { plainLines } from '../core/text/plainText';
import type { NoteElement, RowLook } from './rowLook';
import { look, lookOfNote } from './rowLook';

/** A sandbox in the form that its row needs. */
export interface ShownSandbox {
  readonly isRunning: boolean;
  /** The origin that replaces Microsoft Graph; `undefined` while the sandbox is not running. */
  readonly address: string | undefined;
  /** The state of its job, which explains why nobody is provisioned. */
  readonly state: ConnectionState;
  /** The scenario, unless it is the healthy one. */
  readonly scenario: string | undefined;
  readonly jobId: string | undefined;
}

/** A connection in the form that its row needs. */
export interface ShownConnection extends Pick<Connection, 'id' | 'name' | 'kind' | 'file'> {
  /** Whether it is the connection in use. */
  readonly isActive: boolean;
  /** The result of the last check; `undefined` before the first one. */
  readonly known: KnownState | undefined;
  /** Only for a sandbox. */
  readonly sandbox?: ShownSandbox;
}

/** A row of the tree, as plain data. Ids contain the whole path, so that selection and expansion survive a refresh. */
export type ConnectionElement =
  | { readonly kind: 'connection'; readonly id: string; readonly connection: ShownConnection }
  /** A connection file that cannot be used. */
  | { readonly kind: 'unreadable'; readonly id: string; readonly path: string; readonly refusal: string }
  /** Shown if the sandbox is the only connection, because a view with a row cannot show welcome content. */
  | { readonly kind: 'invitation'; readonly id: string }
  | { readonly kind: 'fact'; readonly id: string; readonly name: string; readonly value: string }
  | { readonly kind: 'unchecked'; readonly id: string; readonly connection: ShownConnection }
  | {
      readonly kind: 'lastCheck';
      readonly id: string;
      readonly connection: ShownConnection;
      readonly known: KnownState;
    }
  | { readonly kind: 'finding'; readonly id: string; readonly finding: CheckFinding }
  | NoteElement;

/** The top rows: one for each connection and each unusable file, or an invitation if there is only the sandbox. */
export function connectionElements(
  connections: readonly ShownConnection[],
  unreadable: readonly UnreadableConnection[] = [],
): readonly ConnectionElement[] {
  return [
    ...connections.map((connection) => ({
      kind: 'connection' as const,
      id: `connection/${connection.name}`,
      connection,
    })),
    ...(connections.length === 1 && unreadable.length === 0 ? [{ kind: 'invitation' as const, id: 'invitation' }] : []),
    ...unreadable.map(({ path, refusal }) => ({ kind: 'unreadable' as const, id: `file/${path}`, path, refusal })),
  ];
}

/** The rows below a row. */
export function connectionChildren(element: ConnectionElement): readonly ConnectionElement[] {
  switch (element.kind) {
    case 'connection':
      return ofConnection(element.connection, element.id);
    case 'lastCheck':
      return openFindings(element.known).map((finding) => ({
        kind: 'finding',
        id: `${element.id}/${finding.id}`,
        finding,
      }));
    case 'finding':
      return ofFinding(element.finding, element.id);
    case 'unreadable':
      return ofUnreadable(element);
    case 'invitation':
    case 'fact':
    case 'unchecked':
    case 'note':
      return [];
  }
}

function ofUnreadable({
  id,
  path,
  refusal,
}: Extract<ConnectionElement, { kind: 'unreadable' }>): readonly ConnectionElement[] {
  return [
    { kind: 'note', id: `${id}/why`, label: 'Why', text: refusal, tone: 'why' },
    { kind: 'fact', id: `${id}/path`, name: 'File', value: path },
  ];
}

function ofConnection(connection: ShownConnection, id: string): readonly ConnectionElement[] {
  const { file, sandbox, known } = connection;
  const last: ConnectionElement =
    known === undefined
      ? { kind: 'unchecked', id: `${id}/unchecked`, connection }
      : { kind: 'lastCheck', id: `${id}/last-check`, connection, known };
  return [last, ...facts(id, file === undefined ? sandboxFacts(sandbox) : tenantFacts(file))];
}

function sandboxFacts(sandbox: ShownSandbox | undefined): readonly (readonly [string, string])[] {
  const { address, jobId, scenario } = sandbox ?? {};
  return [
    ...(address === undefined ? [] : [['Address', address] as const]),
    ...(jobId === undefined ? [] : [['Job', jobId] as const]),
    ...(scenario === undefined ? [] : [['Scenario', scenario] as const]),
  ];
}

function facts(id: string, named: readonly (readonly [string, string])[]): readonly ConnectionElement[] {
  return named.map(([name, value]) => ({ kind: 'fact', id: `${id}/${name}`, name, value }));
}

/** The findings of the last check that need attention, the most severe first. */
function openFindings({ checks = [] }: KnownState): readonly CheckFinding[] {
  return (['failed', 'warning', 'unknown'] as const).flatMap((state) => checks.filter((one) => one.state === state));
}

function ofFinding({ message, remedy }: CheckFinding, id: string): readonly ConnectionElement[] {
  const why: ConnectionElement = { kind: 'note', id: `${id}/why`, label: 'Why', text: message, tone: 'why' };
  const what: ConnectionElement = {
    kind: 'note',
    id: `${id}/remedy`,
    label: 'What to do',
    text: remedy,
    tone: 'remedy',
  };
  return remedy === '' ? [why] : [why, what];
}

/** @param timeOf formats milliseconds since 1970 for display */
export function lookOfConnection(element: ConnectionElement, timeOf: (at: number) => string): RowLook {
  switch (element.kind) {
    case 'connection':
      return lookOfRow(element.connection);
    case 'unreadable':
      return look(element.path.split(/[/\\]/).at(-1) ?? '', 'cannot be used', 'error', 'bad', 'closed');
    case 'invitation':
      return look('Connect a tenant of your own', 'check it, read its log, send', 'add', 'quiet', 'not');
    case 'fact':
      return look(element.name, element.value, 'symbol-field', 'quiet', 'not');
    case 'unchecked':
      return look('Not checked yet', '', ...UNCHECKED_LOOK, 'not');
    case 'lastCheck':
      return lookOfLastCheck(element.known, timeOf);
    case 'finding':
      return lookOfFinding(element.finding);
    case 'note':
      return lookOfNote(element.label, element.text, element.tone);
  }
}

const STATE_LOOKS: Readonly<Record<ConnectionState, readonly [icon: string, tone: RowLook['tone']]>> = {
  ready: ['pass', 'good'],
  'sign-in-needed': ['key', 'doubt'],
  'permission-missing': ['lock', 'doubt'],
  'job-paused': ['debug-pause', 'doubt'],
  quarantined: ['warning', 'bad'],
  unknown: ['question', 'doubt'],
};

const UNCHECKED_LOOK = ['circle-outline', 'quiet'] as const;

function lookOfRow(connection: ShownConnection): RowLook {
  const { name, file, known, sandbox, isActive } = connection;
  const state = sandbox?.state ?? known?.state;
  const isCalm = sandbox !== undefined && state === 'ready';
  const [icon, tone] =
    state === undefined ? UNCHECKED_LOOK : isCalm ? (['beaker', 'quiet'] as const) : STATE_LOOKS[state];
  const words = factsOfRow(connection);
  const row = look(name, words.join(' · '), icon, tone, 'closed');
  const colour = file?.color;
  return {
    ...row,
    ...(colour !== undefined && { colour }),
    tooltip: plainLines(
      [name, words.join(' · '), ...(isActive ? ['In use for previews, predictions and sending.'] : [])].join('\n'),
    ),
    spoken: plainLines([name, ...words].join(', ')),
  };
}

/** Puts what is in use first, because a narrow side bar cuts off the end, and does not repeat the name. */
function factsOfRow({ name, file, known, sandbox, isActive }: ShownConnection): readonly string[] {
  const target: JobTarget | undefined = file === undefined ? undefined : targetOfJob(file.jobId);
  return [
    isActive ? 'in use' : '',
    shownName({ name, ...(file && { file }) }) === name ? '' : 'production',
    sandbox === undefined ? stateWords(known) : wordsOfSandbox(sandbox),
    target ?? '',
  ].filter((fact) => fact !== '');
}

function stateWords(known: KnownState | undefined): string {
  return known === undefined ? NOT_CHECKED : CONNECTION_STATE_LABELS[known.state];
}

function wordsOfSandbox({ isRunning, state }: ShownSandbox): string {
  if (!isRunning) return 'starts when it is used';
  return state === 'ready' ? 'running' : CONNECTION_STATE_LABELS[state];
}

function lookOfLastCheck(known: KnownState, timeOf: (at: number) => string): RowLook {
  const { checks, at, state } = known;
  const [icon, tone] = STATE_LOOKS[state];
  if (checks === undefined) {
    const description = `${CONNECTION_STATE_LABELS[state]} · ${timeOf(at)}`;
    return look('Last known', description, icon, tone, 'not');
  }
  const counts = (['failed', 'warning', 'unknown'] as const)
    .map((of) => [of, checks.filter((one) => one.state === of).length] as const)
    .filter(([, count]) => count > 0)
    .map(([of, count]) => `${count} ${of === 'warning' && count > 1 ? 'warnings' : of}`);
  const description = [timeOf(at), ...(counts.length === 0 ? ['all in order'] : counts)].join(' · ');
  return look('Last check', description, icon, tone, counts.length === 0 ? 'not' : 'open');
}

const FINDING_LOOKS: Readonly<Record<CheckFinding['state'], readonly [icon: string, tone: RowLook['tone']]>> = {
  ok: ['pass', 'good'],
  warning: ['warning', 'doubt'],
  failed: ['error', 'bad'],
  unknown: ['question', 'quiet'],
};

function lookOfFinding({ title, state, message, remedy }: CheckFinding): RowLook {
  const [icon, tone] = FINDING_LOOKS[state];
  return {
    ...look(title, message, icon, tone, 'closed'),
    tooltip: plainLines([message, remedy].filter((text) => text !== '').join('\n')),
  };
}
