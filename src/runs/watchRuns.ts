import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { RunPaths } from './runPaths';

/**
 * Milliseconds between two checks if the system does not report changes, such as on network file systems or before the
 * folder exists.
 */
const CHECK_INTERVAL = 5000;
/** Milliseconds within which changes are reported together. */
const SETTLE = 50;

/** Calls a listener whenever runs may have changed. */
export function watchRuns({ runs, changed }: RunPaths, listener: () => void): { dispose(): void } {
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let known: string | undefined;
  let isOver = false;
  const look = async (): Promise<void> => {
    const seen = `${await stateOf(runs)} ${await stateOf(changed)}`;
    if (isOver) return;
    const isNew = known !== undefined && seen !== known;
    known = seen;
    watcher ??= watched(runs, soon, () => (watcher = undefined));
    if (isNew) listener();
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void look();
    }, SETTLE);
  };
  const looks = setInterval(() => void look(), CHECK_INTERVAL).unref();
  void look();
  return {
    dispose() {
      isOver = true;
      watcher?.close();
      clearInterval(looks);
      clearTimeout(timer);
    },
  };
}

/** `undefined` if the system cannot watch the folder, or it does not exist. */
function watched(folder: string, onChange: () => void, onEnd: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, onChange);
    watcher.on('error', () => {
      watcher.close();
      onEnd();
    });
    return watcher;
  } catch {
    return undefined;
  }
}

async function stateOf(path: string): Promise<string> {
  try {
    const { ino, mtimeMs, size } = await stat(path);
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    // The file is missing or unreadable; the next check reads it again
    return '';
  }
}
