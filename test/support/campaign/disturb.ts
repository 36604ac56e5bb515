import type { ActiveRun } from '../../../src/sending/activeRun';
import type { PatientClock } from '../sending/patientClock';

/** Somebody who pauses a run, goes on, cancels it and leaves it as the dice fall; one who is calm goes on alone. */
export function disturb(active: ActiveRun, random: () => number, clock: PatientClock, isCalm: boolean): void {
  let isDecided = false;
  const whim = isCalm ? 1 : random();
  const at = Math.floor(random() * 20);
  let changes = 0;
  active.onDidChange(() => {
    changes++;
    const { phase, pause } = active.status;
    if (changes === at) {
      if (whim < 0.1) active.pause();
      else if (whim < 0.15) active.cancel();
      else if (whim < 0.25) active.stop();
      else if (whim < 0.3) active.stopAtOnce();
    }
    if (phase !== 'paused' || isDecided) return;
    isDecided = true;
    const wait = pause?.until === undefined ? 0 : Date.parse(pause.until) - clock.now();
    const goesOn = isCalm ? changes < MANY : random() < 0.5;
    // After the events of this moment
    clock.after(Math.max(1, wait + 1), () => {
      isDecided = false;
      if (goesOn) active.resume();
      else active.stop();
    });
  });
}

/** Changes after which somebody who is calm gives up, too. */
const MANY = 200;
