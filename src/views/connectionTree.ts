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

/** A sandbox as its row shows it. */
export interface ShownSandbox {
  readonly isRunning: boolean;
  /** What clients call instead of Microsoft Graph; `undefined` while none runs. */
  readonly address: string | undefined;
  /** Why its job provisions nobody. */
  readonly state: ConnectionState;
  /** The scenario, unless it is the healthy one. */
  readonly scenario: string | undefined;
  readonly jobId: string | undefined;
}

/** A connection as the tree shows it. */
export interface ShownConnection extends Pick<Connection, 'id' | 'name' | 'kind' | 'file'> {
  /** Whether it is the one in use. */
  readonly isActive: boolean;
  /** What is known of it; `undefined` before its first check. */
  readonly known: KnownState | undefined;
  /** Of a sandbox alone. */
  readonly sandbox?: ShownSandbox;
}

/** A row of the tree: plain data. Ids carry the whole path, so that what is selected and unfolded survives a refresh. */
export type ConnectionElement =
  | { readonly kind: 'connection'; readonly id: string; readonly connection: ShownConnection }
  /** A file among the connections that cannot be used. */
  | { readonly kind: 'unreadable'; readonly id: string; readonly path: string; readonly refusal: string }
  /** Leads on where the sandbox is the only connection: a view with a row has no welcome. */
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

/** The uppermost rows: one for each connection and for each file that cannot be used, or an invitation where there are none but the sandbox. */
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

/** What unfolds below a row. */
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

/** What a check found that is not in order, the worst first. */
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

/** @param timeOf milliseconds since 1970, as people here read them */
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

/** What is in use is said first, because a narrow side bar cuts the end off; what the name says is not said again. */
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
