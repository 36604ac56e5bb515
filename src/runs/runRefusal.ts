import { describeHolder } from './describeHolder';
import type { LockHolder } from './runStore';

/**
 * A run is unavailable: another process has it open, it is damaged, or the id is unknown. The message says why;
 * `remedy` says what to do.
 */
export class RunRefusal extends Error {
  override readonly name = 'RunRefusal';
  readonly reason: 'in-use' | 'damaged' | 'missing';
  readonly remedy: string;

  constructor(reason: 'in-use' | 'damaged' | 'missing', message: string, remedy: string) {
    super(message);
    this.reason = reason;
    this.remedy = remedy;
  }
}

/** For a run that another process has open. */
export function inUse(id: string, holder: LockHolder | undefined): RunRefusal {
  return new RunRefusal(
    'in-use',
    `${describeHolder(holder)} has the run ${id} open.`,
    'Wait until it ends, or stop it there.',
  );
}

export function missing(id: string): RunRefusal {
  return new RunRefusal('missing', `There is no run ${id} on this machine.`, 'List the runs to see their ids.');
}
