// Opens the sample workspace in VS Code with the built extension.
//   node scripts/openInVscode.mjs
// A desktop VS Code (VSCODE_PATH, or `code` in the PATH) gets a window. Without one, VS Code's server runs on loopback
// until Ctrl-C, and the address to open in a browser is printed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findDesktopVscode } from '../test/vscode/chooseHost.mjs';
import { createState, linkExtension, startServer, windowUrl } from '../test/vscode/codeServer.mjs';
import { installHost } from '../test/vscode/installHost.mjs';
import { exitOnSignals, runOwned } from '../test/vscode/ownedProcess.mjs';
import { projectRoot } from '../test/vscode/projectRoot.mjs';
import { sampleWorkspace } from '../test/vscode/sampleWorkspace.mjs';

/** @param {string} executable */
async function openDesktop(executable) {
  console.log(`Opening ${sampleWorkspace} in ${executable}`);
  return runOwned(executable, [`--extensionDevelopmentPath=${projectRoot}`, sampleWorkspace]);
}

async function serve() {
  const host = await installHost();
  const state = createState();
  linkExtension(state, projectRoot);
  // Open: a person who tries this out may connect their own tenant
  const server = await startServer(host, state, { network: 'open' });
  console.log(
    `VS Code with the extension, on this machine only. Open in a browser:\n\n    ${windowUrl(server, sampleWorkspace)}\n\nCtrl-C ends it.`,
  );
  const code = await server.ended;
  console.error(`VS Code's server ended with ${code}:\n${server.output()}`);
  return code;
}

if (!existsSync(join(projectRoot, 'dist', 'extension.js')))
  throw new Error('The extension is not built. Run "npm run build" first.');
exitOnSignals();
const desktop = findDesktopVscode();
process.exitCode = desktop === undefined ? await serve() : await openDesktop(desktop.executable);
