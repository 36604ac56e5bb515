import type { Disposable, Memento, SecretStorage, SecretStorageChangeEvent } from 'vscode';
import type { Connection } from '../../connections/connection';
import type { SecretPurpose } from '../../connections/file/secretOf';
import type { Subscription } from '../../connections/listeners';
import { Listeners } from '../../connections/listeners';
import type { TenantConnectionFile } from '../../connections/tenantFile';
import { member, readJson, stringMember } from '../../core/json/jsonValue';
import type { Clock } from '../../tenant/clock';

/** Why a secret was not stored: the storage refused, lost or changed it, or did not answer. */
export type SecretTrouble = 'refused' | 'lost' | 'changed' | 'silent';

/** Why there is no secret. `forgotten`: this editor stored it once and has lost it. */
export type SecretGap = 'never-kept' | 'forgotten' | 'of-another-sign-in';

export type FoundSecret =
  { readonly value: string } | { readonly missing: SecretGap } | { readonly trouble: SecretTrouble };

/** The part of the editor's secret storage that is used. */
export interface SecretKeeper extends Pick<SecretStorage, 'get' | 'store' | 'delete'> {
  onDidChange(listener: (change: SecretStorageChangeEvent) => void): { dispose(): unknown };
}

/** The parts of a connection that its secrets depend on. */
export type SecretOwner = Pick<Connection, 'id' | 'file'>;

const PREFIX = 'connection/';
/** The keys of stored secrets, so that a storage that loses them is noticed. It contains no secret. */
const MEMORY_KEY = 'entraInbound.keptSecrets';
/** Milliseconds. A keyring may ask its user to unlock it. */
const PATIENCE = 60_000;

/**
 * The secrets of connections, only in the editor's secret storage. A key is that of the connection, which no rename changes; a secret
 * belongs to the application and the tenant that it was entered for, and is never used for another.
 */
export class ConnectionSecrets implements Disposable {
  readonly #storage: SecretKeeper;
  readonly #memory: Memento;
  readonly #clock: Clock;
  readonly #changed = new Listeners<string>();
  readonly #watching: { dispose(): unknown };

  constructor(storage: SecretKeeper, memory: Memento, clock: Clock) {
    this.#storage = storage;
    this.#memory = memory;
    this.#clock = clock;
    this.#watching = storage.onDidChange(({ key }) => {
      const id = idOf(key);
      if (id !== undefined) this.#changed.fire(id);
    });
  }

  /** Stores a secret and reads it back. Returns the error; then nothing is stored. */
  async keep(owner: SecretOwner, purpose: SecretPurpose, value: string): Promise<SecretTrouble | undefined> {
    const key = keyOf(owner, purpose);
    const text = JSON.stringify({ for: boundTo(owner.file), value });
    const trouble = await this.#store(key, text);
    if (trouble === undefined) await this.#remember(key, true);
    else await this.#delete(key);
    return trouble;
  }

  async find(owner: SecretOwner, purpose: SecretPurpose): Promise<FoundSecret> {
    const key = keyOf(owner, purpose);
    const got = await this.#ask(() => this.#storage.get(key));
    if ('trouble' in got) return got;
    const text = got.answer;
    if (text === undefined) return { missing: this.#remembers(key) ? 'forgotten' : 'never-kept' };
    const json = readJson(text);
    const kept = 'value' in json ? json.value : undefined;
    const value = stringMember(kept, 'value');
    if (value === undefined || JSON.stringify(member(kept, 'for')) !== JSON.stringify(boundTo(owner.file)))
      return { missing: 'of-another-sign-in' };
    return { value };
  }

  /** Removes every secret of a connection; returns whether the storage did so. */
  async forget(owner: Pick<SecretOwner, 'id'>): Promise<boolean> {
    const keys = PURPOSES.map((purpose) => keyOf(owner, purpose));
    const gone = await Promise.all(keys.map((key) => this.#delete(key)));
    return gone.every(Boolean);
  }

  /** Calls the listener with the id of a connection when one of its secrets is stored or removed, in any window. */
  onDidChange(listener: (id: string) => void): Subscription {
    return this.#changed.add(listener);
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.clear();
  }

  async #store(key: string, text: string): Promise<SecretTrouble | undefined> {
    const stored = await this.#ask(() => this.#storage.store(key, text));
    if ('trouble' in stored) return stored.trouble;
    const found = await this.#ask(() => this.#storage.get(key));
    if ('trouble' in found) return found.trouble;
    if (found.answer === text) return undefined;
    return found.answer === undefined ? 'lost' : 'changed';
  }

  async #delete(key: string): Promise<boolean> {
    const deleted = await this.#ask(() => this.#storage.delete(key));
    if ('trouble' in deleted) return false;
    await this.#remember(key, false);
    return true;
  }

  /** Its error may quote anything, so only the fact of the refusal is used. */
  async #ask<T>(call: () => Thenable<T>): Promise<{ readonly answer: T } | { readonly trouble: SecretTrouble }> {
    const stop = new AbortController();
    const silence = this.#clock.delay(PATIENCE, stop.signal).then(() => ({ trouble: 'silent' as const }));
    try {
      return await Promise.race([Promise.resolve(call()).then((answer) => ({ answer })), silence]);
    } catch {
      return { trouble: 'refused' };
    } finally {
      stop.abort();
    }
  }

  #remembers(key: string): boolean {
    return member(this.#memory.get<unknown>(MEMORY_KEY), key) === true;
  }

  async #remember(key: string, isKept: boolean): Promise<void> {
    if (this.#remembers(key) === isKept) return;
    const { [key]: _, ...others } = this.#memory.get<Readonly<Record<string, true>>>(MEMORY_KEY, {});
    await this.#memory.update(MEMORY_KEY, isKept ? { ...others, [key]: true } : others);
  }
}

const PURPOSES: readonly SecretPurpose[] = ['client secret', 'password of the certificate'];

function keyOf({ id = '' }: Pick<SecretOwner, 'id'>, purpose: SecretPurpose): string {
  if (id === '') throw new Error('Only a connection of the user has secrets.');
  return `${PREFIX}${id}/${purpose === 'client secret' ? 'secret' : 'password'}`;
}

function idOf(key: string): string | undefined {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length).replace(/\/[^/]*$/, '') : undefined;
}

/** The target that a secret is entered for: it must not be sent elsewhere after the connection is edited. */
function boundTo(file: TenantConnectionFile | undefined) {
  const { cloud, tenantId, signIn } = file ?? {};
  return { cloud, tenantId, clientId: signIn !== undefined && 'clientId' in signIn ? signIn.clientId : undefined };
}
