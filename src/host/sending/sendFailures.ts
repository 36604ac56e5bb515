import { momentNow } from '../../extract/momentNow';
import type { RecordSelection, ShownRun } from '../../sending/keptRuns';
import type { Planner } from '../../sending/planner';
import { named, say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';
import { keptRun } from './kept/keptRun';
import { findSource } from './source/findSource';
import type { Sending } from './openSending';
import { refuseUntrusted } from './refuseUntrusted';
import { sendSource } from './sendSource';
import { sourceUri } from './source/sourceUri';

/** Plans and sends the people who failed in a run. */
export function sendFailures(services: Services, id: string): Promise<string | undefined> {
  return sendSome(services, id, ({ service, store }, ...run) => service.failuresOf(store, ...run));
}

/** Plans and sends the people whom a run has not sent and can no longer send. */
export function sendRest(services: Services, id: string): Promise<string | undefined> {
  return sendSome(services, id, ({ service, store }, ...run) => service.restOf(store, ...run));
}

/** Plans and sends one person of a run, by the number of their record in it. */
export function sendPerson(services: Services, id: string, record: number): Promise<string | undefined> {
  return sendSome(services, id, ({ service, store }, ...run) => service.personOf(store, ...run, record));
}

type Select = (sending: Sending, shown: ShownRun, planner: Planner) => Promise<RecordSelection | undefined>;

async function sendSome(services: Services, id: string, select: Select): Promise<string | undefined> {
  refuseUntrusted();
  const sending = await services.sending();
  const { plan } = await keptRun(services, id);
  const name = named(plan.source.name);
  const { planner, mapping } = await findSource(services, plan);
  if (planner === undefined)
    throw new UserError(
      say`${name}, or its mapping, is not where it was when this run was planned. Put it back first.`,
    );
  const selection = await selectionOf(services, { sending, id, planner }, select).catch(async (error: unknown) => {
    await planner.close();
    throw error;
  });
  const { bits, reason } = selection;
  const extract = sourceUri(plan.source);
  return sendSource(services, { planner, extract, mapping, moment: momentNow(), records: { bits, reason } });
}

interface SelectedRun {
  readonly sending: Sending;
  readonly id: string;
  readonly planner: Planner;
}

async function selectionOf(
  { notices }: Services,
  { sending, id, planner }: SelectedRun,
  select: Select,
): Promise<RecordSelection> {
  const selection = await notices.progress(say`Finding the people to send`, async () => {
    const shown = await sending.service.openRun(sending.store, id);
    return shown === undefined || !('run' in shown) ? undefined : select(sending, shown, planner);
  });
  if (selection === undefined) throw new UserError(say`The source of this run can no longer be read.`);
  if (selection.count === 0) throw new UserError(say`This run has nobody to send again.`);
  return selection;
}
