import type { Check } from '../check';
import type { Finding } from '../report';
import { failed, ok, unknown, warning } from '../report';
import { sayFailure } from '../sayFailure';

/**
 * Clock differences in seconds that cause a warning and a failure. Signing in with a certificate permits five minutes,
 * and the log is read from a point in time.
 */
const NOTABLE = 60;
const TOO_MUCH = 300;

/** Compares the clock of this machine with the service's. */
export const clock: Check = {
  id: 'clock',
  title: 'Clock',
  isForSending: true,
  async find(examination) {
    const greeting = await examination.greeting();
    if ('error' in greeting) return unknown(`The time of the service is unknown. ${sayFailure(greeting.error)}`);
    const { clockLead } = greeting.value;
    if (clockLead === undefined) return unknown('The time of the service is unknown: its answer has no date.');
    return examination.isSandbox ? sandboxClock(clockLead / 1000) : compare(clockLead / 1000);
  },
};

/** A sandbox's clock may run faster. That is harmless: nothing is signed, and its log is read by its own time. */
function sandboxClock(seconds: number): Finding {
  if (Math.abs(seconds) <= NOTABLE) return ok('The clock of this machine agrees with the sandbox’s.');
  return ok(
    `The sandbox has its own clock, ${sayDuration(Math.abs(seconds))} ${seconds > 0 ? 'slow' : 'fast'} compared with this machine’s. That is normal for a sandbox.`,
  );
}

function compare(seconds: number): Finding {
  const apart = Math.abs(seconds);
  if (apart <= NOTABLE) return ok('The clock of this machine agrees with the service’s.');
  const message = `The clock of this machine is ${sayDuration(apart)} ${seconds > 0 ? 'fast' : 'slow'} compared with the service’s.`;
  const remedy = 'Synchronise the clock of this machine with network time.';
  if (apart <= TOO_MUCH) return warning(message, remedy);
  return failed(
    message,
    `${remedy} A wrong clock makes sign-in by certificate fail, and results are searched at the wrong time.`,
  );
}

function sayDuration(seconds: number): string {
  const [amount, unit] =
    seconds < 120
      ? [Math.round(seconds), 'seconds']
      : seconds < 7200
        ? [Math.round(seconds / 60), 'minutes']
        : [Math.round(seconds / 3600), 'hours'];
  return `${amount} ${unit}`;
}
