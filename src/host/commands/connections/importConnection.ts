import { dirname, resolve } from 'node:path';
import type { Uri } from 'vscode';
import { CancellationError, window, workspace } from 'vscode';
import { parseConnectionFile } from '../../../connections/connectionFile';
import type { TenantConnectionFile } from '../../../connections/tenantFile';
import { resolvePaths } from '../../../connections/tenantFile';
import { FileError } from '../../../files/fileError';
import { readText } from '../../../files/readText';
import { commandIds } from '../../contributions';
import { fileArgument } from '../../documents/knownFiles';
import { fileName } from '../../extracts/extractFile';
import { commandAction } from '../../messages/commandAction';
import { named, relayed, say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';
import { defineCommand } from '../command';
import { askForName, freeName, whyNoName } from './askForName';
import { askForSecret, keepSecret } from './keepSecret';

/**
 * Stores a copy of a connection file, and asks for its secret, which a file never contains. An argument is the file. Returns
 * the connection's name.
 */
export const importConnection = defineCommand(commandIds.importConnection, async (services, args) => {
  const title = services.titles.of(commandIds.importConnection);
  const source = (await fileArgument(services, args[0])) ?? (await ask(title));
  const imported = await readConnection(source);
  const store = await services.connectionStore();
  const name = await nameFor(services, imported.name, title);
  const file = { ...imported, name };
  const secret = await askForSecret(`${title}: ${name}`, { file });
  const added = await store.add(file);
  if (added === undefined) throw new UserError(say`Another connection is called ${named(name)}. Choose another name.`);
  if (secret !== undefined) await keepSecret(services, added, secret);
  void services.notices.inform(
    say`Imported ${named(name)}.`,
    commandAction(services.titles, commandIds.useConnection, name),
  );
  return name;
});

async function ask(title: string): Promise<Uri> {
  const filters = { 'Connection files': ['json'] };
  const [file] = (await window.showOpenDialog({ title, openLabel: 'Import', filters })) ?? [];
  if (file === undefined) throw new CancellationError();
  return file;
}

async function readConnection(source: Uri): Promise<TenantConnectionFile> {
  const name = named(fileName(source));
  const file = parseConnectionFile(await textOf(source));
  if ('refusal' in file) {
    const details = { file: source, problems: [file.refusal] };
    throw new UserError(say`${name} is not a connection file.`, { details });
  }
  if (file.kind !== 'tenant')
    throw new UserError(say`${name} is the file of a sandbox. The sandbox needs no connection here.`);
  return source.scheme === 'file' ? resolvePaths(file, (path) => resolve(dirname(source.fsPath), path)) : file;
}

/** A file of this machine is read only if it is a regular file of a bounded size. */
async function textOf(source: Uri): Promise<string> {
  if (source.scheme !== 'file') return new TextDecoder().decode(await workspace.fs.readFile(source));
  try {
    return await readText(source.fsPath, 'connection');
  } catch (error) {
    if (error instanceof FileError) throw new UserError(say`${relayed(error.message)} Nothing was imported.`);
    throw error;
  }
}

async function nameFor(services: Services, name: string, title: string): Promise<string> {
  if (whyNoName(services, name) === undefined) return name;
  return askForName(services, { title: `${title}: ${name} exists already`, value: freeName(services, name) });
}
