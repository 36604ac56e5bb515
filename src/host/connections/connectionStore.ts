import { randomBytes } from 'node:crypto';
import type { Disposable, ExtensionContext, LogOutputChannel, Memento, Uri } from 'vscode';
import { RelativePattern, Disposable as Disposables, Uri as Uris, window, workspace } from 'vscode';
import type { Connection } from '../../connections/connection';
import type { ConnectionRegistry, KnownConnections } from '../../connections/connectionRegistry';
import { secretOf } from '../../connections/file/secretOf';
import type { TenantEffects } from '../../connections/tenantEffects';
import type { ConnectionStates } from '../../connections/state/connectionStates';
import { observedConnection } from '../../connections/state/observedConnection';
import { tenantConnection } from '../../connections/tenantConnection';
import type { TenantConnectionFile } from '../../connections/tenantFile';
import { writeTenantFile } from '../../connections/tenantFile';
import { isSameName } from '../../connections/user/sameName';
import type { ReplaceOutcome, UserConnection } from '../../connections/user/userConnections';
import { UserConnections } from '../../connections/user/userConnections';
import { systemClock } from '../../tenant/clock';
import { makeFolder } from '../../files/makeFolder';
import { throttleTrailing } from '../throttleTrailing';
import { Notices } from '../messages/notices';
import { connectionFolder } from './connectionFolder';
import { ConnectionSecrets } from './secrets';
import { keepingTokens } from './keepingTokens';
import { secretOrThrow } from './needsSecret';
import { tenantEffects } from './tenantEffects';

interface StoreContext {
  readonly context: Pick<ExtensionContext, 'globalStorageUri' | 'secrets'> & { readonly globalState: Memento };
  readonly registry: ConnectionRegistry;
  readonly states: ConnectionStates;
  readonly output: LogOutputChannel;
}

/** Changes of files within this many milliseconds count as one. */
const SETTLE = 100;

/**
 * The user's connections in the extension's own folder, which all windows of this user share. The registry is notified of every change
 * from any window.
 */
export class ConnectionStore implements Disposable {
  /** The secrets of these connections. */
  readonly secrets: ConnectionSecrets;
  readonly #registry: ConnectionRegistry;
  readonly #output: LogOutputChannel;
  readonly #effects = new Map<string, TenantEffects>();
  readonly #states: ConnectionStates;
  readonly #kept: UserConnections;
  readonly #watching: Disposable;
  /** By their content, so that an unchanged connection stays the same object. */
  #made = new Map<string, Connection>();
  /** The files are read one time after the other, so that an older result never wins. */
  #renewing: Promise<void> = Promise.resolve();

  /** Creates the folder first: the editor cannot watch a folder that does not exist. */
  static async open(context: StoreContext): Promise<ConnectionStore> {
    const folder = Uris.joinPath(context.context.globalStorageUri, 'connections');
    // If it cannot be created there is nothing to read; storing a connection then reports the reason
    if (folder.scheme === 'file') await makeFolder(folder.fsPath, 0o700).catch(() => undefined);
    return new ConnectionStore(folder, context);
  }

  private constructor(folder: Uri, { context, registry, states, output }: StoreContext) {
    this.secrets = new ConnectionSecrets(context.secrets, context.globalState, systemClock);
    this.#registry = registry;
    this.#output = output;
    this.#states = states;
    // Connections never share an id: a secret of a removed one is never used for a new one
    this.#kept = new UserConnections(connectionFolder(folder), { newSuffix: () => randomBytes(8).toString('hex') });
    this.#watching = Disposables.from(
      this.#watch(folder),
      // A token for an old secret is no longer used, and its results may be outdated
      this.secrets.onDidChange((id) => {
        this.#effects.delete(id);
        states.forget(id);
      }),
    );
  }

  /** The stored connections of the user. */
  async read(): Promise<KnownConnections> {
    const { connections, unreadable } = await this.#kept.all();
    const [usable, hidden] = apart(connections, ({ file }) => !isSameName(file.name, this.#sandboxName));
    const made = new Map(usable.map((each) => [keyOf(each), this.#made.get(keyOf(each)) ?? this.#connectionOf(each)]));
    this.#made = made;
    return {
      connections: [...made.values()],
      unreadable: [
        ...unreadable,
        ...hidden.map(({ id }) => ({ path: this.#kept.pathOf(id), refusal: 'Its name is that of the sandbox.' })),
      ],
    };
  }

  /** Stores a new connection; `undefined` if its name is taken. */
  async add(file: TenantConnectionFile): Promise<Connection | undefined> {
    if (isSameName(file.name, this.#sandboxName) || !(await this.#kept.add(file))) return undefined;
    await this.#renew();
    return this.#registry.find(file.name);
  }

  /** Replaces a connection by its new version, under any name. */
  async replace({ id, file }: Connection, after: TenantConnectionFile): Promise<ReplaceOutcome> {
    if (id === undefined || file === undefined) return 'gone';
    if (isSameName(after.name, this.#sandboxName)) return 'name-taken';
    const outcome = await this.#kept.replace(id, file, after);
    // Tokens that can no longer be used are not kept either
    if (outcome === 'replaced' && secretOf(after.signIn) === undefined) await this.secrets.forget({ id });
    await this.#renew();
    return outcome;
  }

  /** Deletes a connection and its secrets; returns whether it still existed, and whether its secrets are gone. */
  async remove({ id, name }: Connection): Promise<{ readonly isRemoved: boolean; readonly isSecretGone: boolean }> {
    const isRemoved = await this.#kept.remove(name);
    const isSecretGone = id === undefined || (await this.secrets.forget({ id }));
    await this.#renew();
    return { isRemoved, isSecretGone };
  }

  dispose(): void {
    this.#watching.dispose();
    this.secrets.dispose();
  }

  /** The effects of signing in over one of the user's connections; a token is used until it expires. */
  effectsOf(id: string): TenantEffects {
    const known = this.#effects.get(id);
    if (known !== undefined) return known;
    const effects = keepingTokens(
      tenantEffects({
        secretOf: async (file, purpose) => secretOrThrow(await this.secrets.find({ id, file }, purpose), purpose, file),
        notices: new Notices(this.#output),
      }),
    );
    this.#effects.set(id, effects);
    return effects;
  }

  #connectionOf({ id, file }: UserConnection): Connection {
    return observedConnection({ ...tenantConnection(file, this.effectsOf(id)), id }, this.#states, Date.now);
  }

  get #sandboxName(): string {
    return this.#registry.all[0]?.name ?? '';
  }

  async #renew(): Promise<void> {
    this.#renewing = this.#renewing.then(
      () => this.#renewOnce(),
      () => this.#renewOnce(),
    );
    await this.#renewing;
  }

  async #renewOnce(): Promise<void> {
    const before = this.#made;
    const unreadable = JSON.stringify(this.#registry.unreadable);
    const known = await this.read();
    const isSame = [...before.keys()].join() === [...this.#made.keys()].join();
    if (!isSame || JSON.stringify(known.unreadable) !== unreadable) this.#registry.renew(known);
  }

  /** Other windows change the same files. Not every file system reports changes, so a window reads them when it gets the focus. */
  #watch(folder: Uri): Disposable {
    const look = throttleTrailing(SETTLE, () => {
      this.#renew().catch((error: unknown) => this.#output.error('The connections could not be read.', error));
    });
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '*.connection.json'));
    return Disposables.from(
      watcher,
      look,
      watcher.onDidCreate(look.call),
      watcher.onDidChange(look.call),
      watcher.onDidDelete(look.call),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) look.call();
      }),
    );
  }
}

function keyOf({ id, file }: UserConnection): string {
  return `${id}\n${writeTenantFile(file)}`;
}

function apart<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
