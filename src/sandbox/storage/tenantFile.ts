import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { member, readJson, stringMember } from '../../core/json/jsonValue';
import type { FileLayer } from '../../files/fileLayer';
import type { SavedTenant } from './savedTenant';
import { notRead, notWritten, notWrittenInto, SavedTenantError } from './savedTenantError';

/** A tenant as stored in its file. */
export interface KeptTenant {
  readonly tenant: SavedTenant;
  /** The first journal with uploads that are not in the tenant. */
  readonly journal: number;
}

const FORMAT = 1;

export function tenantPath(folder: string): string {
  return join(folder, 'sandbox-tenant.json');
}

/**
 * Loads the tenant that was saved in this folder; `undefined` if there is none. Throws {@link SavedTenantError} if the
 * file is damaged or has another format. Its checksum proves that we wrote it, so it is not validated further.
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
      `${path} is not a sandbox tenant of this version. It was left unchanged. Move it away to start without it.`,
    );
  const tenant = stringMember(value, 'tenant') ?? '';
  if (stringMember(value, 'sha256') !== sumOf(tenant))
    throw new SavedTenantError(
      `${path} is damaged or was changed by hand. It was left unchanged. Move it away to start without it.`,
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
 * Replaces the tenant's file, which only this user can read. After an interruption, even a crash of the machine, the
 * file is either the old one or the new one. Throws {@link SavedTenantError}.
 */
export async function saveTenant(folder: string, text: string, files: FileLayer): Promise<void> {
  const path = tenantPath(folder);
  // Always the same name, so that the next save replaces the leftover of an interrupted one
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
    // A partial file on a full disk would obstruct the next attempt; failing to remove it is not a second error
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
