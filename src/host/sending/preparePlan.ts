import type { PlanMoment } from '../../core/convert/planMoment';
import type { RecordProblem } from '../../core/problems/problem';
import type { Planner } from '../../sending/planner';
import type { Preparation, SendRequest } from '../../sending/preparation';
import { fileName } from '../extracts/extractFile';
import type { ReportProgress } from '../messages/notices';
import type { Said } from '../messages/say';
import { named, relayed, say } from '../messages/say';
import type { NoticeAction } from '../messages/userError';
import { UserError } from '../messages/userError';
import type { WindowRun } from '../runs/windowRun';
import type { Sending } from './openSending';

/** What to send: the source, and which part of it. */
export interface SendSource extends Pick<WindowRun, 'extract' | 'mapping'> {
  readonly planner: Planner;
  readonly moment: PlanMoment;
  /** The expected hash of the bytes. Default: any. */
  readonly fingerprint?: string;
  readonly records?: SendRequest['records'];
  readonly onlyChanges?: boolean;
  /** Opens the result of each record. */
  readonly look?: NoticeAction;
}

/** Names the kind of the first problem, because its message may quote the file. */
async function whyUnusable(
  extract: Said,
  mapping: string | undefined,
  problems: readonly RecordProblem[],
): Promise<Said> {
  const { problemKindOf } = await import('../../core/catalogue/problemKinds');
  const title = problems.map(({ code }) => problemKindOf(code)?.title).find((found) => found !== undefined);
  const withMapping = mapping === undefined ? say`` : say` with ${named(mapping)}`;
  const why = title === undefined ? say`` : say` Problem: ${named(title)}.`;
  return say`${extract} cannot be used${withMapping}; nothing was sent.${why}`;
}

/** The plan, with its guards' findings; throws the error that keeps the source from being sent. */
export async function preparePlan(
  { service, context }: Sending,
  request: SendRequest,
  { extract, fingerprint, look }: Pick<SendSource, 'extract' | 'fingerprint' | 'look'>,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<Preparation> {
  const name = named(fileName(extract));
  const onProgress = (what: string) => report(relayed(what));
  const answer = await service.prepareSending(context(), request, { signal, onProgress });
  if (answer.kind === 'problems')
    throw new UserError(await whyUnusable(name, request.planner.mapping?.name, answer.problems), {
      details: { file: extract, problems: answer.problems.map(({ message }) => message) },
      ...(look && { action: look }),
    });
  if (answer.kind === 'needs-all')
    throw new UserError(say`Nothing was sent of ${name}. ${relayed(answer.message)} ${relayed(answer.remedy)}`);
  const action = look === undefined ? {} : { action: look };
  const refuse = async (error: UserError): Promise<never> => {
    await answer.discard();
    throw error;
  };
  if (fingerprint !== undefined && answer.file.source.sha256 !== fingerprint)
    return refuse(
      new UserError(
        say`${name} has changed since it was previewed; nothing was sent. Review the refreshed preview, then send again.`,
      ),
    );
  if (answer.plan.counts.operations === 0)
    return refuse(new UserError(say`${name} holds nothing to send: no record becomes an operation.`, action));
  return answer;
}
