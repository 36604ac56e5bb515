import { explainJob } from '../../core/logs/explainJob';
import { explainQuarantine, LEAVE_QUARANTINE } from '../../core/logs/quarantineReasons';
import { formatCount } from '../../core/text/formatCount';
import { isDenied } from '../../tenant/classify';
import type { TenantError } from '../../tenant/errors';
import { jobTarget } from '../../tenant/jobTarget';
import type { JobQuarantine, JobState } from '../../tenant/parseJob';
import type { Check } from '../check';
import type { Examination } from '../examination';
import type { Finding } from '../report';
import { failed, ok, unknown } from '../report';
import { sayFailure, sayUnread } from '../sayFailure';
import { sayTime } from '../sayTime';
import { TARGETS } from './address';

/** Checks whether the job exists and provisions people. */
export const job: Check = {
  id: 'job',
  title: 'Job',
  isForSending: true,
  async find(examination) {
    const read = await examination.job();
    return 'value' in read ? judge(read.value) : unread(read.error, examination);
  },
};

async function unread(error: TenantError, examination: Examination): Promise<Finding> {
  if (isDenied(error))
    return unknown(
      `Whether the job runs is unknown, because it cannot be read. ${sayFailure(error)}`,
      'See the permission to read the job.',
    );
  if (error.status !== 404) return failed(sayUnread('The job', error), error.remedy);
  const ids = await examination.jobIds();
  if ('value' in ids)
    return failed(
      'The provisioning application has no job with this id: it was deleted, or the id belongs to another application.',
      sayOthers(ids.value),
    );
  return failed(
    'The tenant has no service principal with this id.',
    'Check the tenant and the service principal id. It is the object id on the overview page of the enterprise application, not its application id and not the object id of its registration. Copying the provisioning API endpoint again sets both.',
  );
}

/** Maximum number of jobs to list; an application has only a few. */
const MAX_NAMED = 10;

function sayOthers(ids: readonly string[]): string {
  const again = 'Copy the provisioning API endpoint again from the provisioning page of the application.';
  if (ids.length === 0) return `${again} The application has no job now.`;
  const more = ids.length > MAX_NAMED ? `, and ${formatCount(ids.length - MAX_NAMED)} more` : '';
  return `${again} Its jobs are: ${ids.slice(0, MAX_NAMED).join(', ')}${more}.`;
}

/** States of a job that provisions people. `NotRun` is one of them: the job runs at its next time. */
const WORKING: ReadonlySet<string> = new Set(['Active', 'NotRun']);

function judge(state: JobState): Finding {
  const flavour = jobTarget(state.templateId) ?? jobTarget(state.id);
  if (flavour === undefined)
    return failed(
      'The job is not for API-driven provisioning, so it does not accept uploads.',
      'Use the job of an application "API-driven provisioning to Microsoft Entra ID" or "… to on-premises Active Directory".',
    );
  const target = TARGETS[flavour];
  if (state.quarantine !== undefined || state.code === 'Quarantine') return judgeQuarantine(state.quarantine);
  if (state.code === 'NotConfigured')
    return failed(
      `The job to ${target} is not fully set up, so it provisions nobody.`,
      'Finish its configuration on the provisioning page of the application, including a notification email, then start it.',
    );
  const code = state.schedule === 'Paused' ? 'Paused' : state.code;
  const stuck = explainJob({ code, schedule: state.schedule });
  if (stuck !== undefined) return failed(stuck.cause, remedyOf(state));
  if (!WORKING.has(state.code)) {
    const named = state.code === '' ? 'not given' : `"${state.code}", which this version does not know`;
    return unknown(
      `Whether the job to ${target} runs is unknown: its state is ${named}.${sayLast(state)}`,
      'Check the provisioning page of the application.',
    );
  }
  return ok(`The job to ${target} is active.${sayLast(state)}`);
}

function remedyOf({ schedule }: JobState): string {
  const how = 'on the provisioning page of the application ("Start provisioning")';
  if (schedule === 'Disabled') return `Find out why it was in quarantine, then start it ${how}.`;
  return `Start it ${how}. Restarting a paused job deletes the people that it was sent.`;
}

function judgeQuarantine(quarantine: JobQuarantine | undefined): Finding {
  const { cause, remedy } = explainQuarantine(quarantine?.reason ?? '');
  const explained = explainJob({ code: 'Quarantine', schedule: 'Active', quarantine: { error: { message: cause } } });
  const since = quarantine?.began === undefined ? '' : ` In quarantine since ${sayTime(quarantine.began)}.`;
  const next = quarantine?.nextAttempt === undefined ? '' : ` Next attempt: ${sayTime(quarantine.nextAttempt)}.`;
  const names = [quarantine?.reason, quarantine?.error].filter((each) => each !== undefined && each !== '');
  const codes = names.length === 0 ? '' : ` (${[...new Set(names)].join(', ')})`;
  const found = (explained?.cause ?? cause).replace(/\.$/, '');
  return failed(`${found}${codes}.${since}${next}`, `${remedy} ${LEAVE_QUARANTINE}`);
}

const RESULTS: ReadonlyMap<string, string> = new Map([
  ['Succeeded', ' without errors'],
  ['EntryLevelErrors', ', with failures'],
  ['Failed', ', and failed'],
]);

function sayLast({ lastExecution }: JobState): string {
  if (lastExecution === undefined) return ' It has not run yet.';
  return ` Its last cycle ended ${sayTime(lastExecution.ended)}${RESULTS.get(lastExecution.state) ?? ''}.`;
}
