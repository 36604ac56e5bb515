import { findStateFolder } from '../../files/stateFolder';
import { openRunStore } from '../../runs/openRunStore';
import type { RunStore } from '../../runs/runStore';
import { declineRun } from '../../sending/declineRun';
import { discardRun } from '../../sending/discardRun';
import { openRun } from '../../sending/openRun';
import { prepareSending } from '../../sending/prepareSending';
import { operationOf } from '../../sending/kept/operationOf';
import { removeRun, whyKeepRun } from '../../sending/kept/removeRun';
import { prepareResume, resumeRun } from '../../sending/resumeRun';
import { failuresOf, personOf, restOf } from '../../sending/selections';
import { prepareSearch } from '../../sending/search/prepareSearch';
import type { SendingContext } from '../../sending/sendingContext';
import type { SendingService } from '../../sending/sendingService';
import { simulate } from '../../sending/simulate';
import { startRun } from '../../sending/startRun';
import { verifyRun } from '../../sending/verifyRun';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { SettingsStore } from '../settings';

/** The parts of a window that sending needs. */
export interface Sending {
  readonly service: SendingService;
  readonly store: RunStore;
  /** With the current limits. */
  readonly context: () => SendingContext;
}

/** The name of this program, shown to a second sender that finds the job locked. */
const PROGRAM = 'VS Code';

const service: SendingService = {
  prepareSending,
  startRun,
  declineRun,
  openRun,
  discardRun,
  removeRun,
  whyKeepRun,
  prepareResume,
  prepareSearch,
  resumeRun,
  verifyRun,
  failuresOf,
  personOf,
  operationOf,
  restOf,
  simulate,
};

/** The service that sends, over the folder that all windows and the command line share. */
export function openSending(settings: SettingsStore): Sending {
  const folder = findStateFolder(process.env);
  if (folder === undefined)
    throw new UserError(
      say`Runs cannot be kept: this user has no home folder. Set ENTRA_INBOUND_HOME to a folder that you may write to.`,
    );
  const store = openRunStore(folder, { program: PROGRAM });
  void store.prune().catch(() => undefined);
  const wallClock = () => Date.now();
  const random = () => Math.random();
  const context = (): SendingContext => ({
    store,
    limits: settings.current.guardLimits,
    program: PROGRAM,
    wallClock,
    random,
  });
  return { service, store, context };
}
