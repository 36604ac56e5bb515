import { clouds } from '../../tenant/clouds';
import type { TenantError } from '../../tenant/errors';
import { NotSentError, SignInRefusedError } from '../../tenant/errors';
import { codeIn } from './refusal';
import { refusedBy } from './refusedBy';
import type { SignInFacts } from './signInFacts';

/**
 * Why the Azure CLI did not return a token. Its output is not shown, because it may name people. For the two most
 * common reasons the library replaces the output by its own sentence.
 */
export function azureCliFailure(error: unknown, facts: SignInFacts): TenantError {
  const output = error instanceof Error ? error.message : '';
  const { tenantId, cloud } = facts.file;
  if (output.includes('Azure CLI could not be found'))
    return new NotSentError('The Azure CLI (az) is not installed, or not on the PATH.', {
      remedy: 'Nothing was sent. Install it, or choose another way to sign in.',
    });
  const code = codeIn(output);
  if (code !== undefined) {
    const refusal = { error: undefined, code, description: output, hasClaims: false, traceId: undefined };
    const { message, remedy } = refusedBy(refusal, facts);
    const words = `The Azure CLI did not return a token: ${message} (AADSTS${code}).`;
    return new SignInRefusedError(words, { code: `AADSTS${code}`, remedy });
  }
  const login = `az login --tenant ${tenantId}`;
  if (output.includes('az login'))
    return new SignInRefusedError('The Azure CLI is not signed in, or its sign-in has expired.', {
      remedy: `Run: ${login}`,
    });
  return new SignInRefusedError(`The Azure CLI did not return a token for tenant ${tenantId}.`, {
    remedy: `Check the output of: az account get-access-token --tenant ${tenantId} --resource ${clouds[cloud].graph}. If it is signed in to another tenant, run: ${login}`,
  });
}
