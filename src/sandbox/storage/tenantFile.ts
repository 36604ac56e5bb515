import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { member, readJson, stringMember } from '../../core/json/jsonValue';
import type { FileLayer } from '../../files/fileLayer';
import type { SavedTenant } from './savedTenant';
import { notRead, notWritten, notWrittenInto, SavedTenantError } from './savedTenantError';

/** A tenant as it is in its file. */
export interface KeptTenant {
  readonly tenant: SavedTenant;
  /** The first journal whose uploads are not in the tenant. */
  readonly journal: number;
}

const FORMAT = 1;

/** Where in its folder a tenant is kept. */
export function tenantPath(folder: string): string {
  return join(folder, 'sandbox-tenant.json');
}

/**
 * The tenant that was saved in this folder; `undefined` when there is none. Throws {@link SavedTenantError} for a file that
 * is damaged or of another format: its sum says that nobody but us has written it, so it is not looked at any closer.
 */
export async function loadTenant(folder: string, files: FileLayer): Promise<KeptTenant | undefined> {
  const path = tenantPath(folder);
  const text = await files.read(path).catch((error: unknown) => {
    throw notRead(path, error);
  });
  if (text === undefined) return undefined;
  const json = readJson(text);
  const value = 'value' in json ? json.value : undefined;
  if (member(value, 'format') !== FORMAT)
    throw new SavedTenantError(
      `${path} is not a sandbox tenant that this version has saved. It is left as it is. Move it away to start without it.`,
    );
  const tenant = stringMember(value, 'tenant') ?? '';
  if (stringMember(value, 'sha256') !== sumOf(tenant))
    throw new SavedTenantError(
      `${path} is damaged or was changed by hand. It is left as it is. Move it away to start without it.`,
    );
  const { journal = 0, ...saved } = JSON.parse(tenant) as SavedTenant & { readonly journal?: number };
  return { tenant: saved, journal };
}

/** The text of a tenant's file. */
export function writeTenant({ tenant, journal }: KeptTenant): string {
  const text = JSON.stringify({ ...tenant, journal });
  return JSON.stringify({ format: FORMAT, sha256: sumOf(text), tenant: text });
}

/**
 * Puts a text in the place of the tenant's file, for this user's eyes only. Whenever this ends, by a failure or with the machine,
 * the file is the old one or the new one, never a part of it. Throws {@link SavedTenantError}.
 */
export async function saveTenant(folder: string, text: string, files: FileLayer): Promise<void> {
  const path = tenantPath(folder);
  // Always of the same name: the next save takes the place of what one that was killed has left
  const unfinished = `${path}.unfinished`;
  try {
    await files.makeFolder(folder);
  } catch (error) {
    throw notWrittenInto(folder, error);
  }
  try {
    await writeWhole(unfinished, text, files);
    await files.rename(unfinished, path);
    await files.syncFolder(folder);
  } catch (error) {
    // Half a file on a full disk is in the way of the next try; that it stays is no second failure
    await files.remove(unfinished).catch(() => undefined);
    throw notWritten(path, error);
  }
}

async function writeWhole(path: string, text: string, files: FileLayer): Promise<void> {
  const file = await files.create(path);
  try {
    await file.write(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
