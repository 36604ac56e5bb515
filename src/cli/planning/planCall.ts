import { checkOwnFacts } from '../../core/guards/checkOwnFacts';
import { refusedRecords } from '../../core/guards/checks/refusedRecords';
import { guards } from '../../core/guards/checks/table';
import type { GuardFinding } from '../../core/guards/guard';
import type { GuardFacts } from '../../core/guards/guardFacts';
import { guardLimits } from '../../core/guards/limitTable';
import type { PlannedBodies } from '../../core/run/plannedBody';
import { formatCount } from '../../core/text/formatCount';
import { printable } from '../../core/text/printable';
import { momentNow } from '../../extract/momentNow';
import { findStateFolder } from '../../files/stateFolder';
import { MAX_PREDICTED } from '../../sending/facts/predictedEffects';
import { refusedRecords as refusedOf } from '../../core/run/refusedRecords';
import type { PlannedSource } from '../../sending/planner';
import type { PrepareAnswer } from '../../sending/preparation';
import { prepareSending } from '../../sending/prepareSending';
import type { Tenant } from '../../tenant/tenant';
import type { Invocation } from '../command';
import { extractSource } from '../input/extractSource';
import { sizeLimits } from '../input/sizeLimits';
import { readGuardLimits } from '../guardLimits';
import type { PlannedAlone, SourceToSend } from '../input/sourceToSend';
import { connect } from '../openConnection';
import { describeGuards } from '../sending/describeGuards';
import { sendingCommand, wholeCommand } from '../sending/nextCommands';
import { raisingHint } from '../sending/raisingHint';
import { sentAgain } from '../../sending/facts/sentAgain';
import { keepPrinted } from '../sending/planMoment';
import { pilotOption } from '../sending/sendOptions';
import { sendingContext } from '../sending/sendingTools';
import { ExitCode } from '../terminal/exitCode';
import { jsonLine, messageLine } from '../terminal/terminal';
import { compareExtracts, describeCompared } from './comparedExtract';
import type { PlanFacts, PredictedPlan } from './describePlan';
import { describePlanPrediction, describePlan, planObject } from './describePlan';
import { gatherPlanPrediction } from './planPrediction';
import { effectsOfPrediction, predictSource } from './predictedSource';

/** Thrown when a plan cannot be shown, after the reason was printed. */
class NotShown extends Error {}

/** The parts of a plan that are printed. */
interface Shown extends PlanFacts {
  readonly title: string;
  readonly predicted?: PredictedPlan;
  /** The command that sends it. */
  readonly command?: string;
}

/** Plans, predicts and compares what a command names, and prints the result. Sends nothing. */
export class PlanCall {
  readonly #source: SourceToSend;
  readonly #invocation: Invocation;
  readonly #json: boolean;
  readonly #moment = momentNow();

  constructor(source: SourceToSend, invocation: Invocation, json: boolean) {
    this.#source = source;
    this.#invocation = invocation;
    this.#json = json;
  }

  async run(): Promise<ExitCode> {
    const connection = this.#invocation.option('connection');
    try {
      return await (connection === undefined ? this.#withFiles() : this.#over(connection));
    } catch (error) {
      if (error instanceof NotShown) return ExitCode.problems;
      throw error;
    }
  }

  /** Plans from the files alone, without the guards that need a destination. */
  async #withFiles(): Promise<ExitCode> {
    const planned = await this.#source.alone(this.#moment);
    if ('problems' in planned) {
      await this.#source.report(planned.problems);
      return ExitCode.problems;
    }
    const { plan, bodies } = planned;
    await this.#source.report(plan, { guards: await this.#checkAlone(planned, undefined) });
    const predicts = this.#invocation.option('directory') !== undefined && plan.counts.duplicates === 0;
    const predicted = predicts ? await this.#predict(planned, bodies(), undefined) : undefined;
    const findings = await this.#checkAlone(planned, predicted?.predicted);
    await this.#print({ title: `${this.#source.name}:`, plan, findings, ...(await this.#compared()), ...predicted });
    // As in `convert`, refused records alone mean exit code 1
    const isStruck = findings.some(({ id, decision }) => decision !== 'pass' && id !== refusedRecords.id);
    if (isStruck) return ExitCode.guard;
    return plan.counts.refused > 0 ? ExitCode.problems : ExitCode.ok;
  }

  async #checkAlone(
    { plan, survey, findings }: PlannedAlone,
    predicted: PredictedPlan | undefined,
  ): Promise<readonly GuardFinding[]> {
    const { env } = this.#invocation.terminal;
    const limits = findStateFolder(env) === undefined ? guardLimits() : await readGuardLimits(env);
    const effects = predicted === undefined ? { known: undefined } : effectsOfPrediction(predicted);
    return checkOwnFacts({ ...findings, counts: plan.counts, refused: refusedOf(plan), survey, effects }, limits);
  }

  async #over(name: string): Promise<ExitCode> {
    const { terminal } = this.#invocation;
    const context = await sendingContext(terminal);
    const connected = await connect(name, terminal, (text) => this.#say(text));
    try {
      let predicted: PredictedPlan | undefined;
      const pilot = pilotOption(this.#invocation);
      const request = {
        planner: this.#source.planner,
        ...connected,
        moment: this.#moment,
        onlyChanges: this.#invocation.flag('only-changes'),
        ...(pilot && { pilot }),
        predicts: false,
        predict: async (planned: PlannedSource, bodies: PlannedBodies): Promise<GuardFacts['effects']> => {
          const found = await this.#predictOver(planned, bodies, connected.opened.tenant);
          predicted = 'predicted' in found ? found.predicted : undefined;
          return 'predicted' in found ? effectsOfPrediction(found.predicted) : found;
        },
      };
      const answer = await prepareSending(context, request, { signal: terminal.signal });
      if (answer.kind !== 'prepared') return await this.#refuse(answer);
      await this.#source.report(answer.plan, { guards: answer.findings });
      const { file, findings, decision, plan } = answer;
      await keepPrinted(context.store, answer);
      await answer.discard();
      const { tenant, powers } = connected.opened;
      await this.#print({
        title: `${this.#source.name} for ${tenant.name} (job ${tenant.jobId}):`,
        plan,
        hash: file.plan,
        findings,
        ...sentAgain(answer.facts),
        ...(await this.#compared()),
        ...(predicted && { predicted }),
        // A sandbox that this command started ends with it, so it cannot be sent to later
        ...(powers === undefined && decision !== 'stop' && { command: sendingCommand(this.#invocation, file.plan) }),
      });
      return decision === 'pass' ? ExitCode.ok : ExitCode.guard;
    } finally {
      await connected.opened.close();
    }
  }

  async #refuse(answer: Exclude<PrepareAnswer, { readonly kind: 'prepared' }>): Promise<ExitCode> {
    if (answer.kind === 'problems') {
      await this.#source.report(answer.problems);
      return ExitCode.problems;
    }
    const whole = wholeCommand('plan', this.#invocation);
    await this.#say(`Nothing would be sent. ${answer.message} ${answer.remedy} To see everybody, run: ${whole}`);
    return ExitCode.guard;
  }

  async #predictOver(
    planned: Pick<PlannedSource, 'plan' | 'hidden'>,
    bodies: PlannedBodies,
    tenant: Tenant,
  ): Promise<{ readonly predicted: PredictedPlan } | GuardFacts['effects']> {
    if (this.#invocation.flag('no-predict')) return { known: undefined };
    const { duplicates, operations } = planned.plan.counts;
    if (duplicates > 0) return { unknown: 'there are duplicate ids' };
    if (operations > MAX_PREDICTED && this.#invocation.option('directory') === undefined) {
      const most = `accounts are not read for more than ${formatCount(MAX_PREDICTED)} people`;
      await this.#say(`What would happen to them is not predicted: ${most}. --directory takes a file of them.`);
      return { unknown: most };
    }
    return (await this.#predict(planned, bodies, tenant)) ?? { unknown: 'the tenant does not provide enough' };
  }

  async #predict(
    planned: Pick<PlannedSource, 'plan' | 'hidden'>,
    bodies: PlannedBodies,
    tenant: Tenant | undefined,
  ): Promise<{ readonly predicted: PredictedPlan } | undefined> {
    const gathered = await gatherPlanPrediction(this.#invocation, tenant, this.#json);
    if (gathered === 'wrong') throw new NotShown();
    if (gathered === 'unknown') return undefined;
    const predicted = await predictSource(planned, bodies, gathered);
    if (!('remedy' in predicted)) return { predicted };
    await this.#say(`${predicted.message} ${predicted.remedy}`);
    throw new NotShown();
  }

  async #compared(): Promise<Pick<PlanFacts, 'against'>> {
    const older = this.#invocation.option('against');
    const { extract } = this.#source;
    if (older === undefined || extract === undefined) return {};
    const showValues = this.#invocation.flag('show-values');
    const compared = await compareExtracts(
      extractSource(older, this.#invocation.terminal),
      extract.read,
      extract.loaded,
      { moment: this.#moment, limits: sizeLimits(this.#invocation), showValues },
    );
    if (!('fatal' in compared)) return { against: compared };
    await this.#source.report(compared.fatal, { extract: older });
    throw new NotShown();
  }

  async #print({ title, predicted, command, ...facts }: Shown): Promise<void> {
    const { terminal } = this.#invocation;
    const showValues = this.#invocation.flag('show-values');
    if (this.#json) {
      await terminal.out(jsonLine(planObject(facts, predicted, showValues)));
      return;
    }
    const { plan, hash, findings, against } = facts;
    const isStopped = findings.some(({ decision }) => decision === 'stop');
    const isEmpty = plan.counts.operations === 0;
    const older = this.#invocation.option('against') ?? '';
    const lines = [
      title,
      ...describePlan({ counts: plan.counts, again: facts.again }, isStopped),
      ...(against === undefined ? [] : ['', ...describeCompared(older, against)]),
      ...(predicted === undefined || isEmpty ? [] : ['', ...describePlanPrediction(predicted, showValues)]),
      '',
      'Guards:',
      ...describeGuards(findings, hash === undefined ? guards.length - findings.length : 0),
      ...(hash === undefined ? [] : ['', `Plan ${hash}`]),
      ...(isStopped ? ['Nothing would be sent: no option passes a guard that stops.'] : []),
      ...raisingHint(findings, terminal.env),
      ...(isEmpty ? ['There is nothing to send.'] : []),
      ...(command === undefined || isEmpty ? [] : [`To send it, run: ${command}`]),
    ];
    await terminal.out(lines.map((line) => `${printable(line)}\n`).join(''));
  }

  #say(text: string): Promise<void> {
    return this.#invocation.terminal.err(messageLine(text, this.#json));
  }
}
