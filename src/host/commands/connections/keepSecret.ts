import type { Connection } from '../../../connections/connection';
import type { SecretPurpose } from '../../../connections/file/secretOf';
import { secretOf, whyNoSecret } from '../../../connections/file/secretOf';
import { describeTrouble } from '../../connections/secretWords';
import { commandIds } from '../../contributions';
import { commandAction } from '../../messages/commandAction';
import { askForText } from '../../messages/questions';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';

/** A secret of a connection, as it was entered. */
export interface EnteredSecret {
  readonly purpose: SecretPurpose;
  readonly value: string;
}

/** Stores a secret in the editor's secret storage. Throws {@link UserError} if the storage fails. */
export async function keepSecret(services: Services, connection: Connection, secret: EnteredSecret): Promise<void> {
  const { secrets } = await services.connectionStore();
  const trouble = await secrets.keep(connection, secret.purpose, secret.value);
  if (trouble === undefined) return;
  const { name } = connection;
  throw new UserError(describeTrouble(trouble, name), {
    action: commandAction(services.titles, commandIds.editConnection, name),
  });
}

/**
 * Asks for the secret that signing in needs; `undefined` if it needs none.
 * @throws {CancellationError} when the user cancels
 */
export async function askForSecret(
  title: string,
  { file }: Pick<Connection, 'file'>,
): Promise<EnteredSecret | undefined> {
  const purpose = file === undefined ? undefined : secretOf(file.signIn);
  if (purpose === undefined) return undefined;
  const value = await askForText({
    title,
    value: '',
    isSecret: true,
    prompt: `The ${purpose}. It goes to the editor’s secret storage, and nowhere else.`,
    validate: (text) => whyNoSecret(purpose, text),
  });
  return { purpose, value };
}
