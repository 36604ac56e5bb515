import type { Grant } from './grant';
import type { CheckedPart, DoctorReport } from './report';

/** Something to do, for one or several checks. */
export interface Todo {
  readonly titles: readonly string[];
  readonly messages: readonly string[];
  readonly remedy: string;
  readonly grant: Grant | undefined;
  readonly isFailed: boolean;
}

/** What to do, the gravest first. A permission that several checks lack is granted once. */
export function todosOf({ checks }: DoctorReport): readonly Todo[] {
  const todos = new Map<string, Todo>();
  for (const part of [...checksIn(checks, 'failed'), ...checksIn(checks, 'warning')]) {
    const key = part.grant?.permission ?? part.id;
    const before = todos.get(key);
    todos.set(key, {
      titles: [...(before?.titles ?? []), part.title],
      messages: [...(before?.messages ?? []), part.message],
      remedy: before?.remedy ?? part.remedy,
      grant: before?.grant ?? part.grant,
      isFailed: before?.isFailed ?? part.state === 'failed',
    });
  }
  return [...todos.values()];
}

/** One or two sentences on the whole. */
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
