import { extname } from 'node:path';
import { UsageError } from '../command';

const KINDS: Readonly<Record<string, string>> = { '.ps1': 'a PowerShell script', '.psd1': 'a PowerShell data file' };

/**
 * Refuses a PowerShell script where an extract or a document of ours is expected, because reading it as rows would give
 * nonsense. Throws {@link UsageError}.
 */
export function refuseScript(path: string): void {
  const kind = KINDS[extname(path).toLowerCase()];
  if (kind === undefined) return;
  throw new UsageError(
    `${path} is ${kind}, not an extract or a mapping file (.scimmap). If it holds a mapping, "entra-inbound import" makes a mapping file from it; it is read as data and never run.`,
  );
}
