import type { Connection } from '../connections/connection';
import type { JobStatus } from '../connections/state/connectionState';
import type { Endpoint } from '../tenant/endpoint';
import { parseEndpoint } from '../tenant/endpoint';
import type { TenantError } from '../tenant/errors';
import { attempt } from './attempt';
import type { Check } from './check';
import { findAddress, portalLinkOf } from './checks/address';
import { signIn } from './checks/signIn';
import { checks } from './checks/table';
import type { DoctorEffects } from './examination';
import { Examination } from './examination';
import type { CheckedPart, DoctorReport, Finding } from './report';
import { failed, unknown } from './report';
import { withoutFolders } from './withoutFolders';

/**
 * Checks a connection from end to end. Sends nothing, and never tries an upload. Rejects only when cancelled: every
 * answer of a service is a finding.
 *
 * @param onChecked called with each finding as soon as it is known
 */
export async function examineConnection(
  connection: Connection,
  effects: DoctorEffects,
  onChecked: (part: CheckedPart) => void = () => undefined,
): Promise<DoctorReport> {
  const { signal } = effects;
  const reached = await attempt(connection.reach(), signal);
  if ('error' in reached) return unreached(connection, reached.error, effects, onChecked);
  const reach = reached.value;
  try {
    const examination = new Examination(reach, connection.file, effects);
    const parts = await inTurn(
      connection,
      async (check) => withoutFolders(await stopped(check.find(examination), signal), connection.file),
      onChecked,
    );
    return { ...reportOf(connection, parts, effects, reach.endpoint), job: await jobStatusOf(parts, examination) };
  } finally {
    await reach.close();
  }
}

/** The report if this machine's proxy or encryption settings make every call impossible. */
async function unreached(
  connection: Connection,
  error: TenantError,
  { wallClock, network, signal }: DoctorEffects,
  onChecked: (part: CheckedPart) => void,
): Promise<DoctorReport> {
  const endpoint = parseEndpoint(connection.endpoint ?? '');
  const known = 'refusal' in endpoint ? undefined : endpoint;
  const way = known && network && (await attempt(network.proxyFor(known.origin), signal));
  const atFault = way !== undefined && 'value' in way ? 'tls' : 'proxy';
  const parts = await inTurn(
    connection,
    ({ id }) => {
      if (id === 'address' && known !== undefined) return Promise.resolve(findAddress(known));
      if (id === atFault) return Promise.resolve(failed(error.message, error.remedy));
      return Promise.resolve(unknown('Not checked, because no call is possible.'));
    },
    onChecked,
  );
  return reportOf(connection, parts, { wallClock }, known);
}

/** Runs the checks in order. Skips the rest after a check on which all later ones rely has failed. */
async function inTurn(
  connection: Connection,
  find: (check: Check) => Promise<Finding>,
  onChecked: (part: CheckedPart) => void,
): Promise<readonly CheckedPart[]> {
  const parts: CheckedPart[] = [];
  let closed: Check | undefined;
  for (const check of checks.filter(({ appliesTo }) => appliesTo?.(connection) !== false)) {
    const found = closed === undefined ? await find(check) : notReached(closed);
    const part = { id: check.id, title: check.title, ...found };
    if (check.isGate === true && found.state === 'failed') closed ??= check;
    parts.push(part);
    onChecked(part);
  }
  return parts;
}

function notReached({ id }: Check): Finding {
  return unknown(`Not checked, because "${id}" failed.`);
}

function reportOf(
  { name }: Connection,
  parts: readonly CheckedPart[],
  { wallClock }: Pick<DoctorEffects, 'wallClock'>,
  endpoint: Endpoint | undefined,
): DoctorReport {
  const needed = new Set(checks.filter(({ isForSending }) => isForSending === true).map(({ id }) => id));
  const ready = !parts.some(({ id, state }) => state === 'failed' && needed.has(id));
  const portalLink = endpoint && portalLinkOf(endpoint);
  return { connection: name, ready, checkedAt: wallClock(), job: undefined, portalLink, checks: parts };
}

/** The status of the job, if it could be read. */
async function jobStatusOf(parts: readonly CheckedPart[], examination: Examination): Promise<JobStatus | undefined> {
  if (parts.some(({ id, state }) => id === signIn.id && state !== 'ok')) return undefined;
  const job = await examination.job();
  if ('error' in job) return undefined;
  const { code, schedule, quarantine } = job.value;
  return { code, schedule, isQuarantined: quarantine !== undefined };
}

/** A finding, or a rejection when cancelled, because the awaited work may not observe the signal. */
function stopped<Value>(found: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return found;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    found.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
