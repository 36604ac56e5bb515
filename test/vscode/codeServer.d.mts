/** Where the test host is installed: what `installHost` returns. */
export interface Host {
  readonly node: string;
  readonly codeServer: string;
}

export interface ServerOptions {
  /** User settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment variables for the server and the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether a window's address may name an extension under development and tests to run. Hides notifications and refuses dialogs. */
  readonly testDriver?: boolean;
  /** Whether every workspace is trusted (default); else none is, and nobody is asked. */
  readonly trusted?: boolean;
  /** `refused` (default): every request beyond loopback fails, and is listed by `asked`. */
  readonly network?: 'refused' | 'open';
}

export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What it wrote so far. */
  output(): string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number>;
  /** The hosts that the server and its extensions wanted to reach beyond loopback. */
  asked(): readonly string[];
  /** Ends it with all its processes, and removes its state folder. */
  stop(): Promise<void>;
}

/** A fresh folder below the temporary folder for settings, extensions and stored data. The server removes it when it ends. */
export function createState(): string;

/** Installs a packaged extension into a state folder. */
export function installVsix(host: Host, state: string, vsix: string): Promise<void>;

/** Puts an unpacked extension beside the installed ones. Only before the first start: later, the server has a list of its own. */
export function linkExtension(state: string, folder: string): void;

/** @throws {Error} with the server's output, if it does not listen within a minute */
export function startServer(host: Host, state: string, options?: ServerOptions): Promise<Server>;

/** A path on the server as the workbench names it. */
export function remoteUri(server: Server, path: string): string;

/** The address of a window on a folder, or on the folders of a `.code-workspace` file. `payload`: options of the workbench (one value per name). */
export function windowUrl(server: Server, path: string, payload?: Readonly<Record<string, string>>): string;
