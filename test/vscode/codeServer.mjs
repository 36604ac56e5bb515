// VS Code's server on loopback, with a state folder of its own: settings, installed extensions, secrets.
// The types of what is exported here are in codeServer.d.mts.
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startNetworkWitness } from './networkWitness.mjs';
import { runQuietly, startOwned } from './ownedProcess.mjs';

const startLimitMilliseconds = 60_000;

/** Nothing that asks, suggests, updates or looks something up by itself. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  // Asked for by nobody: a window of a server that knows trust is restricted from the start
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.emptyWindow': false,
  'json.schemaDownload.enable': false,
  'files.simpleDialog.enable': true,
};

const extensionsOf = (state) => join(state, 'extensions');

const commonArgs = (state) => [
  ...['--user-data-dir', join(state, 'data'), '--extensions-dir', extensionsOf(state)],
  ...['--config', join(state, 'config.yaml')],
];

export function createState() {
  const state = mkdtempSync(join(tmpdir(), 'entra-inbound-vscode-'));
  for (const name of ['User', 'Machine']) mkdirSync(join(state, 'data', name), { recursive: true });
  mkdirSync(extensionsOf(state));
  writeFileSync(join(state, 'config.yaml'), 'auth: none\n');
  return state;
}

export async function installVsix(host, state, vsix) {
  const args = [host.codeServer, ...commonArgs(state), '--install-extension', vsix];
  await runQuietly(host.node, args, { env: serverEnvironment(state) });
}

export function linkExtension(state, folder) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  symlinkSync(resolve(folder), join(extensionsOf(state), `${publisher}.${name}-${version}`));
}

export async function startServer(
  host,
  state,
  { settings = {}, env = {}, testDriver = false, network = 'refused', trusted = true } = {},
) {
  writeFileSync(
    join(state, 'data', 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, null, 2),
  );
  // Of a window on a server, settings of the scope "machine" are read from here alone
  writeFileSync(join(state, 'data', 'Machine', 'settings.json'), JSON.stringify(settings, null, 2));
  const witness = network === 'refused' ? await startNetworkWitness() : undefined;
  const owned = startOwned(host.node, [host.codeServer, ...commonArgs(state), ...serverArgs(testDriver, trusted)], {
    env: serverEnvironment(state, { ...witness?.env, ...env }),
    output: 'pipe',
    removeAfter: [state],
  });
  const output = collect(owned.process);
  const stop = async () => {
    await owned.end();
    witness?.close();
  };
  try {
    const url = await listeningAddress(owned, output);
    return { url, output: output.text, ended: owned.exited, asked: () => witness?.asked() ?? [], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {boolean} testDriver whether a window's address may name an extension and tests to run
 * @param {boolean} trusted whether every workspace is trusted; else none is
 */
function serverArgs(testDriver, trusted) {
  return [
    // Port 0: a free one, which the server then names
    ...['--bind-addr', '127.0.0.1:0', '--auth', 'none', '--disable-proxy', '--ignore-last-opened'],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...(testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
}

/**
 * Only what a program needs to run: a developer may start this in VS Code's own terminal, or from a test runner, and
 * neither's variables are for the server and the extension host below it.
 */
function serverEnvironment(state, extra = {}) {
  const passedOn = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'USER', 'SHELL'].filter((name) => process.env[name]);
  return {
    ...Object.fromEntries(passedOn.map((name) => [name, process.env[name]])),
    HOME: state,
    // An empty address: no marketplace. Otherwise the server asks open-vsx.org
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }),
    ...extra,
  };
}

function collect(process) {
  let text = '';
  const listeners = new Set();
  for (const stream of [process.stdout, process.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  return { text: () => text, onData: (listener) => listeners.add(listener) };
}

async function listeningAddress(owned, output) {
  let timer;
  const address = new Promise((resolvePromise) => {
    output.onData(() => {
      const found = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output.text());
      if (found?.[1] !== undefined) resolvePromise(found[1]);
    });
  });
  const failure = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`VS Code's server did not start in time:\n${output.text()}`)),
      startLimitMilliseconds,
    );
    void owned.exited.then((code) => reject(new Error(`VS Code's server ended with ${code}:\n${output.text()}`)));
  });
  // The server ends one day; by then nobody waits for this any more
  failure.catch(() => undefined);
  try {
    return await Promise.race([address, failure]);
  } finally {
    clearTimeout(timer);
  }
}

export function remoteUri(server, path) {
  return `vscode-remote://${new URL(server.url).host}${encodeURI(resolve(path))}`;
}

export function windowUrl(server, path, payload = {}) {
  const entries = Object.entries({ skipWelcome: 'true', skipReleaseNotes: 'true', ...payload });
  const kind = path.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return `${server.url}/?${new URLSearchParams({ [kind]: resolve(path), payload: JSON.stringify(entries) })}`;
}
