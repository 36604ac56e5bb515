import { readdirSync, readFileSync } from 'node:fs';

/** The extension hosts of the server whose state is in a folder, by their process ids. Linux alone, where the test host runs. */
export function extensionHosts(state: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isExtensionHost(pid, state));
}

function isExtensionHost(pid: number, state: string): boolean {
  return (
    readProcess(pid, 'cmdline').includes('--type=extensionHost') &&
    readProcess(pid, 'environ').includes(`HOME=${state}`)
  );
}

/** Empty for one that has ended meanwhile. */
function readProcess(pid: number, what: 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
