import { describeAgain } from '../../core/baseline/describeAgain';
import type { GuardFacts } from '../../core/guards/guardFacts';
import { listNames } from '../../core/guards/listNames';
import type { ActiveRun } from '../../sending/activeRun';
import type { Confirmation, FollowOptions } from '../../sending/confirmation';
import { sentAgain } from '../../sending/facts/sentAgain';
import type { SeenGuards } from '../../runs/planMoments';
import type { Preparation } from '../../sending/preparation';
import { planLines } from '../../sending/summary/planLines';
import { paceTime } from '../../tenant/sending/throttle';
import type { Invocation } from '../command';
import { ExitCode } from '../terminal/exitCode';
import { messageLine } from '../terminal/terminal';
import type { Terminal } from '../terminal/terminal';
import { conductRun } from './conductRun';
import type { NextCommands } from './nextCommands';
import { obtainConsent } from './obtainConsent';
import type { GivenConsent } from './permission';

/** A plan without consent, and the means to send it. */
export interface PreparedCall {
  readonly prepared: Preparation;
  readonly consent: GivenConsent;
  /** The source, as the user named it. */
  readonly source: string;
  readonly mayAsk: boolean;
  /** Records that guards or a person have stopped the plan. */
  readonly decline: () => Promise<unknown>;
  readonly start: (confirmation: Confirmation, follow: FollowOptions) => Promise<ActiveRun>;
  /** The guards' decisions when the confirmed plan was printed. */
  readonly seen?: SeenGuards;
  /** The command that shows what would be sent, and the one that runs the guards again. */
  readonly look: string;
  readonly again: string;
  /** The user's command with the option that lets the plan pass. */
  readonly command: (consent: readonly string[]) => string;
  /** How to continue afterwards; absent if the sandbox ends with the command. */
  readonly next?: NextCommands;
}

/** Obtains consent for a plan, sends it, and follows the run to its end. */
export async function sendPrepared(call: PreparedCall, invocation: Invocation, json: boolean): Promise<ExitCode> {
  const { prepared, source, start, decline, next } = call;
  const { terminal } = invocation;
  const { tenant, clock } = prepared.request.opened;
  const title = `${source} for ${tenant.name} (job ${tenant.jobId}):`;
  const { facts, findings } = prepared;
  await sayAgain(facts, terminal, json);
  const summary = planLines({ facts, findings, ms: paceTime(facts.requests) });
  const sought = { ...call, title, summary };
  const confirmation = await obtainConsent(sought, terminal, json);
  terminal.signal.throwIfAborted();
  if (confirmation === 'another-plan' || confirmation === 'declined') {
    if (confirmation === 'declined') await decline();
    else await prepared.discard();
    return ExitCode.guard;
  }
  const waits = invocation.flag('wait');
  // A person at the terminal checks the pilot; an unattended job continues if it succeeded
  const passesPilot = confirmation.by === '--yes' || confirmation.by === '--confirm';
  const active = await start(confirmation, { follows: waits, passesPilot });
  const conducted = { active, plan: prepared.file.plan, title, clock, waits };
  return conductRun({ ...conducted, ...(next && { next }) }, terminal, json);
}

/** Prints whom a plan of changes sends again, so that a nightly job's log shows who fails every night. */
async function sayAgain(facts: GuardFacts, { err }: Terminal, json: boolean): Promise<void> {
  const words = describeAgain(sentAgain(facts).again);
  if (words.length > 0) await err(messageLine(`Sent ${listNames(words)}.`, json));
}
