import type { GuardFinding } from '../../core/guards/guard';
import { textsToType } from '../../core/guards/textsToType';
import { printable } from '../../core/text/printable';
import type { SeenGuards } from '../../runs/planMoments';
import type { Confirmation } from '../../sending/confirmation';
import type { Preparation } from '../../sending/preparation';
import type { Terminal } from '../terminal/terminal';
import { jsonLine } from '../terminal/terminal';
import { wrapped } from '../terminal/wrapped';
import { describeGuards, guardObject } from './describeGuards';
import { isYes } from './isYes';
import { raisingHint } from './raisingHint';
import type { GivenConsent, Permission } from './permission';
import { permissionFor } from './permission';

/** A plan that needs consent, and how to present it. */
export interface ConsentSought {
  readonly prepared: Pick<Preparation, 'file' | 'findings' | 'plan'>;
  readonly consent: GivenConsent;
  /** What is sent, and its destination. */
  readonly title: string;
  /** The plan's summary and the guards' findings, shown before the question. */
  readonly summary: readonly string[];
  /** Whether a question may be asked; not if standard input is the extract. */
  readonly mayAsk: boolean;
  /** The guards' decisions when the confirmed plan was printed; absent if unknown. */
  readonly seen?: SeenGuards;
  /** The command that shows what would be sent, without sending. */
  readonly look: string;
  /** The command that runs the guards again. */
  readonly again: string;
  /** The user's command with `--yes`, or with the hash. */
  readonly command: (consent: readonly string[]) => string;
}

/**
 * Decides whether a plan may be sent, by the options of the command or by asking the person at the terminal; prints the
 * reason if it may not. `declined`: guards or a person have stopped this plan, which the caller records in the journal.
 */
export async function obtainConsent(
  sought: ConsentSought,
  terminal: Terminal,
  json: boolean,
): Promise<Confirmation | 'declined' | 'another-plan'> {
  const { prepared, consent } = sought;
  const { plan } = prepared.file;
  const permission = permissionFor(plan, prepared.findings, consent, sought.seen);
  const out = new GuardPrinter(terminal, json);
  if (permission.kind === 'another-plan') {
    await out.say(`Nothing was sent: --confirm has the hash of another plan. The current plan has the hash ${plan}.`);
    await out.say(
      `The extract, the mapping, the connection or an option differs, or the plan is older than 7 days. To review it, run: ${sought.look}`,
    );
    return 'another-plan';
  }
  if (permission.kind === 'stricter') {
    await out.outdated(sought, permission);
    return 'another-plan';
  }
  if (permission.kind === 'granted') {
    await out.passed(prepared.findings, permission.by);
    return { plan, by: permission.by };
  }
  const { ask } = terminal;
  if (ask !== undefined && !json && sought.mayAsk && permission.liftedBy !== undefined)
    return (await askPerson(sought, permission.by, terminal, ask)) ?? 'declined';
  await out.refused(sought, permission);
  return 'declined';
}

/** Asks the person to confirm the whole plan; `undefined` if they do not. */
async function askPerson(
  { prepared, summary }: ConsentSought,
  open: readonly GuardFinding[],
  terminal: Terminal,
  ask: NonNullable<Terminal['ask']>,
): Promise<Confirmation | undefined> {
  const lines = summary.flatMap((line) => wrapped(printable(line), ''));
  await terminal.err(lines.map((line) => `${line}\n`).join(''));
  const { plan } = prepared.file;
  const texts = textsToType(open);
  for (const { text, findings } of texts) {
    const ids = findings.map(({ id }) => id).join(', ');
    const answer = await ask(printable(`Type ${text} to continue (${ids}): `));
    if (answer?.trim() === text) continue;
    await terminal.err('Nothing was sent.\n');
    return undefined;
  }
  if (texts.length > 0) return { plan, by: 'typed', typed: texts.map(({ text }) => text) };
  if (isYes(await ask('Send? [y/N] '))) return { plan, by: 'dialog' };
  await terminal.err('Nothing was sent.\n');
  return undefined;
}

/** Prints on standard error what guards demand. */
class GuardPrinter {
  readonly #terminal: Terminal;
  readonly #json: boolean;

  constructor(terminal: Terminal, json: boolean) {
    this.#terminal = terminal;
    this.#json = json;
  }

  async say(message: string, more: object = {}): Promise<void> {
    await this.#terminal.err(this.#json ? jsonLine({ message, ...more }) : `${printable(message)}\n`);
  }

  /** Prints the guards that an option has passed, for readers of a nightly job's log. */
  async passed(findings: readonly GuardFinding[], by: string): Promise<void> {
    const asked = findings.filter(({ decision }) => decision !== 'pass');
    if (asked.length === 0) return;
    await this.#list(asked, `Passed by ${by}:`);
  }

  async refused(
    { prepared, title, command }: ConsentSought,
    { by, liftedBy }: Extract<Permission, { readonly kind: 'refused' }>,
  ): Promise<void> {
    await this.#list(by, title);
    const { plan } = prepared.file;
    if (liftedBy === undefined) {
      await this.say(
        'Nothing was sent: no option passes a guard that stops. Fix the problems that it reports, then send again.',
      );
      for (const line of raisingHint(by, this.#terminal.env)) await this.say(line);
      return;
    }
    const next = command(liftedBy === '--yes' ? ['--yes'] : ['--confirm', plan]);
    const needs = liftedBy === '--yes' ? 'the guards that ask are passed by --yes' : 'it takes the hash of this plan';
    await this.say(`Nothing was sent: ${needs}. If it is right, run: ${next}`, { plan, command: next });
  }

  async outdated(
    { again, title, prepared }: ConsentSought,
    { by, wasPrinted }: Extract<Permission, { readonly kind: 'stricter' }>,
  ): Promise<void> {
    await this.#list(by, title);
    const ids = by.map(({ id }) => id).join(', ');
    const why = wasPrinted
      ? `${ids} ${by.length === 1 ? 'demands' : 'demand'} more now than when the plan was printed`
      : `what guards demanded when this plan was printed is unknown. It was printed with another state folder, or more than 7 days ago`;
    await this.say(`Nothing was sent: ${why}, so --confirm does not apply. To review it, run: ${again}`, {
      plan: prepared.file.plan,
      command: again,
    });
  }

  async #list(findings: readonly GuardFinding[], title: string): Promise<void> {
    if (this.#json) for (const finding of findings) await this.say(finding.message, { guard: guardObject(finding) });
    else for (const line of [title, ...describeGuards(findings)]) await this.say(line);
  }
}
