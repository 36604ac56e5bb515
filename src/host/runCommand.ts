import { CancellationError, window } from 'vscode';
import { TenantError } from '../tenant/errors';
import type { Services } from './services';
import { UserError } from './userError';

/**
 * The one place where what a command throws meets the user. Cancelled is silent; what the user can mend is one sentence
 * with one action; anything else is our mistake and goes to the log with its stack.
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

async function report(title: string, error: unknown, { output }: Services): Promise<void> {
  if (error instanceof UserError) {
    const { action } = error;
    const chosen = await window.showErrorMessage(error.message, ...(action === undefined ? [] : [action.title]));
    if (chosen !== undefined) await action?.run();
    return;
  }
  if (error instanceof TenantError)
    output.warn(`${title}: ${error.name} ${error.status ?? ''} ${error.code ?? ''} ${error.requestId ?? ''}`);
  else output.error(`${title} failed.`, error instanceof Error ? (error.stack ?? error.message) : String(error));
  const words =
    error instanceof TenantError ? `${error.message} ${error.remedy}` : `"${title}" has failed. The log says where.`;
  if ((await window.showErrorMessage(words, 'Show Log')) === 'Show Log') output.show();
}
