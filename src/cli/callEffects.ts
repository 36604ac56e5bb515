import type { CallEffects } from '../connections/connectSandbox';
import { openLoopbackLine } from '../loopback/openLoopbackLine';
import { systemClock } from '../tenant/clock';

/** The effects for calling a sandbox from this process. */
export const callEffects: CallEffects = {
  // eslint-disable-next-line @typescript-eslint/require-await -- async, so that an invalid address rejects
  openLine: async (origin) => openLoopbackLine(origin),
  clock: systemClock,
};
