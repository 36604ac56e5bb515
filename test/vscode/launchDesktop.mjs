// The program that runInDesktop.mjs starts: a desktop VS Code with the suite, ended with VS Code's exit code.
import { runTests } from '@vscode/test-electron';
import { join } from 'node:path';

const { suite, workspace, env, executable, state, extension } = JSON.parse(process.argv[2] ?? '{}');

try {
  process.exitCode = await runTests({
    ...(executable === undefined
      ? { version: process.env.VSCODE_VERSION || 'stable' }
      : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    extensionTestsEnv: env,
    // Beside those that runTests adds: no sandbox, no updates, no welcome, no question of trust
    launchArgs: [
      workspace,
      `--user-data-dir=${join(state, 'data')}`,
      `--extensions-dir=${join(state, 'extensions')}`,
      '--disable-telemetry',
      '--disable-gpu',
      // Stored secrets without a key ring
      '--password-store=basic',
    ],
  });
} catch (error) {
  // VS Code ended with another code than 0, or could not be downloaded
  console.error(error.message);
  process.exitCode = error.code > 0 ? error.code : 1;
}
