import { liveInFolder } from '../../support/keptSandbox';
import { watchedFiles } from '../../support/watchedFiles';

// A process of its own: lives in a folder, and kills itself before one step of the file layer, in the middle of it where that is a
// write. Prints everybody who was answered 202.
const [folder = '', at = ''] = process.argv.slice(2);

const files = watchedFiles(async ({ number, half }) => {
  if (number !== Number(at)) return;
  await half?.();
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
});

await liveInFolder(folder, files, ['1', '2', '3', '4'], (externalId) => process.stdout.write(`${externalId}\n`));
