import type { Grant } from './grant';
import { bothGrants } from './grant';
import type { CheckedPart, DoctorReport } from './report';

/** A remedy for one or more checks. */
export interface Todo {
  readonly titles: readonly string[];
  readonly messages: readonly string[];
  readonly remedy: string;
  readonly grant: Grant | undefined;
}

/**
 * The remedies, most severe first. An application's missing permissions are combined: the required ones first, then the
 * optional ones.
 */
export function todosOf({ checks }: DoctorReport): readonly Todo[] {
  const todos = new Map<string, Todo>();
  for (const part of [...checksIn(checks, 'failed'), ...checksIn(checks, 'warning')]) {
    const key = keyOf(part);
    const before = todos.get(key);
    todos.set(key, before === undefined ? todoOf(part) : withAlso(before, part));
  }
  return [...todos.values()];
}

/**
 * The key by which remedies are combined. A person's permissions stay separate, because each needs its own directory
 * role.
 */
function keyOf({ id, state, grant }: CheckedPart): string {
  if (grant === undefined) return id;
  return grant.to.isPerson ? grant.permissions.map(({ name }) => name).join() : `grant ${state}`;
}

function todoOf({ title, message, remedy, grant }: CheckedPart): Todo {
  return { titles: [title], messages: [message], remedy, grant };
}

function withAlso({ titles, messages, remedy, grant }: Todo, part: CheckedPart): Todo {
  const both = grant && part.grant && bothGrants(grant, part.grant);
  return {
    titles: [...titles, part.title],
    messages: [...messages, part.message],
    remedy: both === undefined || both.permissions.length === 1 ? remedy : remedyOfSeveral(both),
    grant: both ?? grant,
  };
}

function remedyOfSeveral({ to, permissions }: Grant): string {
  const names = permissions.map(({ name }) => name).join(', ');
  return `Grant the application permissions ${names} with administrator consent. ${to.checkAgain}`;
}

/** The verdict in one or two sentences. */
export function verdictOf(report: DoctorReport): string {
  const { ready, checks } = report;
  if (!ready) return 'Not ready to send.';
  const isSure =
    checks.some(({ id, state }) => id === 'permission.upload' && state === 'ok') &&
    !checks.some(({ id, state }) => id === 'job' && state === 'unknown');
  const verdict = isSure ? 'Ready to send.' : 'Ready to send, as far as can be checked.';
  const limits = checksIn(checks, 'failed').map(({ title }) => title.toLowerCase());
  return limits.length === 0 ? verdict : `${verdict} These checks failed: ${limits.join('; ')}.`;
}

function checksIn(checks: readonly CheckedPart[], state: CheckedPart['state']): readonly CheckedPart[] {
  return checks.filter((part) => part.state === state);
}
