import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { member, readJson, stringMember } from '../../core/json/jsonValue';
import type { SavedTenant } from './savedTenant';

/** The tenant cannot be had from its folder. */
export class SavedTenantError extends Error {
  override readonly name = 'SavedTenantError';
}

const FORMAT = 1;

/** Where in its folder a tenant is kept. */
function tenantPath(folder: string): string {
  return join(folder, 'sandbox-tenant.json');
}

/**
 * The tenant that was saved in this folder; `undefined` when there is none. Throws {@link SavedTenantError} for a file that
 * is damaged or of another format: its sum says that nobody but us has written it, so it is not looked at any closer.
 */
export async function loadTenant(folder: string): Promise<SavedTenant | undefined> {
  const path = tenantPath(folder);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new SavedTenantError(`${path} cannot be read.`, { cause: error });
  }
  const json = readJson(text);
  const value = 'value' in json ? json.value : undefined;
  if (member(value, 'format') !== FORMAT)
    throw new SavedTenantError(
      `${path} is not a sandbox tenant that this version has saved. Move it away to start anew.`,
    );
  const tenant = stringMember(value, 'tenant') ?? '';
  if (stringMember(value, 'sha256') !== sumOf(tenant))
    throw new SavedTenantError(`${path} is damaged or was changed by hand. Move it away to start anew.`);
  return JSON.parse(tenant) as SavedTenant;
}

/** Saves the tenant for this user's eyes only; the file is the old one or the new one, never a part of it. */
export async function saveTenant(folder: string, saved: SavedTenant): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const tenant = JSON.stringify(saved);
  const path = tenantPath(folder);
  const unfinished = `${path}.${process.pid}`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify({ format: FORMAT, sha256: sumOf(tenant), tenant }));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
