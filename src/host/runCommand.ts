import { CancellationError } from 'vscode';
import { TenantError } from '../tenant/errors';
import { NeedsSecretError } from './connections/needsSecret';
import { commandIds } from './contributions';
import { commandAction } from './messages/commandAction';
import { named, relayed, say } from './messages/say';
import type { NoticeAction } from './messages/userError';
import { UserError } from './messages/userError';
import type { Services } from './services';

/**
 * The one place that shows a command's errors to the user. A cancellation is silent; an error that the user can resolve is one sentence
 * with a button for the details or the remedy; anything else is our bug and goes to the log with its stack.
 */
export async function runCommand<Result>(
  title: string,
  services: Services,
  run: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof CancellationError)) void report(title, error, services);
    return undefined;
  }
}

async function report(title: string, error: unknown, services: Services): Promise<void> {
  const { output, notices } = services;
  if (error instanceof UserError) {
    await notices.fail(error.words, ...actionsOf(error, services));
    return;
  }
  const { refusalOf } = await import('./messages/refusals');
  const refusal = refusalOf(error, services);
  if (refusal !== undefined) {
    await notices.fail(refusal.words, ...refusal.actions);
    return;
  }
  if (error instanceof TenantError)
    output.warn(`${title}: ${error.name} ${error.status ?? ''} ${error.code ?? ''} ${error.requestId ?? ''}`);
  else output.error(`${title} failed.`, error instanceof Error ? (error.stack ?? error.message) : String(error));
  const words =
    error instanceof TenantError
      ? say`${relayed(error.message)} ${relayed(error.remedy)}`
      : say`"${named(title)}" has failed. The log says where.`;
  const showLog = async () => {
    await Promise.resolve();
    output.show();
  };
  await notices.fail(words, ...enterSecret(error, services), { title: 'Show Log', run: showLog });
}

function enterSecret(error: unknown, { titles }: Services): readonly NoticeAction[] {
  return error instanceof NeedsSecretError ? [commandAction(titles, commandIds.editConnection, error.connection)] : [];
}

function actionsOf({ action, details }: UserError, { fileProblems }: Services): readonly NoticeAction[] {
  return [
    ...(details === undefined
      ? []
      : [{ title: 'Show Details', run: () => fileProblems.show(details.file, details.problems) }]),
    ...(action === undefined ? [] : [action]),
  ];
}
