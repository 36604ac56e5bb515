import type { Uri } from 'vscode';
import { CancellationError, commands } from 'vscode';
import { plainText } from '../../core/text/plainText';
import type { ActiveRun } from '../../sending/activeRun';
import type { Confirmation } from '../../sending/confirmation';
import type { Preparation } from '../../sending/preparation';
import type { PlanQuestion } from './questions/planQuestion';
import { planQuestion } from './questions/planQuestion';
import { paceTime } from '../../tenant/sending/throttle';
import { commandIds, guardSettings } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { named, say } from '../messages/say';
import type { Services } from '../services';
import { confirmationOf } from './confirmationOf';
import type { Sending } from './openSending';
import type { SendSource } from './preparePlan';
import { preparePlan } from './preparePlan';
import { showPlan } from './showPlan';

/** Number of people in a requested pilot. */
const PILOT_SIZE = 5;

const PILOT = plainText('Pilot First');
const ALL_AT_ONCE = plainText('Send All at Once');
const SIMULATE = plainText('Simulate on Sandbox');
const PREVIEW = plainText('Show Preview');
const LIMITS = plainText('Change Limits');

/**
 * Shows a plan and asks for its confirmation: nothing is sent before, and the caller of the command cannot skip it. Returns the run that
 * has begun; `undefined` after a no, which is recorded.
 */
export async function confirmPlan(
  services: Services,
  sending: Sending,
  first: Preparation,
  source: SendSource,
): Promise<ActiveRun | undefined> {
  const { service, context } = sending;
  let preparation = first;
  let page = await showPlan(services, preparation);
  let keepsPage = false;
  try {
    for (;;) {
      const answer = await ask(services, preparation, source);
      if (typeof answer === 'object') return await service.startRun(context(), preparation, answer, { follows: true });
      if (answer === 'decline') break;
      if (answer === 'show') {
        keepsPage = true;
        if (!(await continuesLater(services, page, source.extract))) break;
        continue;
      }
      preparation = await planAnew(services, sending, preparation, source, answer);
      await services.planPages.close(page);
      page = await showPlan(services, preparation);
    }
  } catch (error) {
    // Escape at a text that must be typed is a no, too
    if (!(error instanceof CancellationError)) {
      await preparation.discard();
      throw error;
    }
  } finally {
    if (!keepsPage) await services.planPages.close(page);
  }
  await service.declineRun(context(), preparation);
  return undefined;
}

/** The user's answer: a yes to this very plan, or another request. */
type Answer = Confirmation | 'pilot' | 'no-pilot' | 'simulate' | 'show' | 'decline';

async function ask(services: Services, preparation: Preparation, { look }: SendSource): Promise<Answer> {
  const { plan, facts, findings, file } = preparation;
  const question = planQuestion({ plan, facts, findings, ms: paceTime(facts.requests) });
  const { message, detail, send } = question;
  if (send === undefined) return showStop(services, preparation, question, look);
  const others = [
    ...(file.pilot > 0 ? [ALL_AT_ONCE] : mayPilot(file) ? [PILOT] : []),
    ...(file.target.kind === 'tenant' && facts.simulated === undefined ? [SIMULATE] : []),
  ];
  const show = plainText(services.titles.of(commandIds.showRunPlan));
  switch (await services.notices.choose(message, detail, [show, send, ...others])) {
    case send:
      return confirmationOf(preparation);
    case PILOT:
      return 'pilot';
    case ALL_AT_ONCE:
      return 'no-pilot';
    case SIMULATE:
      return 'simulate';
    case show:
      return 'show';
    default:
      return 'decline';
  }
}

/** Halves of a refused request contain few people anyway. */
function mayPilot({ counts, selection }: Preparation['file']): boolean {
  return counts.operations > PILOT_SIZE && selection.kind !== 'search';
}

/** What stops a plan is shown in the same dialog, which then has no button to send it. */
async function showStop(
  { notices }: Services,
  { findings }: Preparation,
  { message, detail }: PlanQuestion,
  look: SendSource['look'],
): Promise<Answer> {
  const isLimit = findings.some(({ decision, limit }) => decision === 'stop' && (limit ?? 0) > 0);
  const buttons = [...(look === undefined ? [] : [PREVIEW]), ...(isLimit ? [LIMITS] : [])];
  const chosen = await notices.choose(message, detail, buttons);
  if (chosen === PREVIEW) await look?.run();
  if (chosen === LIMITS) await commands.executeCommand('workbench.action.openSettings', guardSettings);
  return 'decline';
}

/** Another plan of the same source: with a pilot, or the same one with a sandbox's predictions. */
async function planAnew(
  services: Services,
  sending: Sending,
  preparation: Preparation,
  source: SendSource,
  wish: 'pilot' | 'no-pilot' | 'simulate',
): Promise<Preparation> {
  const { request } = preparation;
  const name = named(fileName(source.extract));
  const title = wish === 'simulate' ? say`Simulating ${name} on the sandbox` : say`Planning ${name} again`;
  return services.notices.progress(title, async (report, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => {
      stop.abort();
    });
    if (wish === 'simulate') return simulate(services, sending, preparation, stop.signal);
    await preparation.discard();
    const pilot = { first: wish === 'pilot' ? PILOT_SIZE : 0 };
    return preparePlan(sending, { ...request, pilot }, source, report, stop.signal);
  });
}

async function simulate(
  { connections }: Services,
  { service, context }: Sending,
  preparation: Preparation,
  signal: AbortSignal,
): Promise<Preparation> {
  const [sandbox] = connections.all;
  if (sandbox === undefined) throw new Error('a window has no sandbox');
  const opened = await sandbox.open();
  try {
    return await service.simulate(context(), preparation, { connection: sandbox, opened }, { signal });
  } finally {
    await opened.close();
  }
}

/** Whether a user who first reads the plan's page continues. The notification only says where: the page has the button, too. */
async function continuesLater({ notices, titles, waitingPlans }: Services, page: Uri, extract: Uri): Promise<boolean> {
  const title = titles.of(commandIds.continuePlan);
  void notices.inform(
    say`The plan for ${named(fileName(extract))} is waiting for your confirmation, until you close its page. Nothing was sent.`,
    { title, run: async () => commands.executeCommand(commandIds.continuePlan, page) },
  );
  return waitingPlans.continues(page);
}
