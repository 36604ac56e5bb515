import { explanations } from './explanations';
import type { Explanation } from './explanations';
import type { LogEntry, LogStep } from './logEntry';
import type { Outcome } from './outcome';
import { entryOutcome } from './outcome';

/** The cause and the remedy of a code of the provisioning log, or `undefined` for a code that is not in our table. */
export function explainCode(code: string): Explanation | undefined {
  const explained = explanations.get(code.toLowerCase());
  return explained && { cause: explained.cause, remedy: explained.remedy };
}

/** The cause of a code in a few words, for a list; `undefined` for a code that is not in our table. */
export function titleOfCode(code: string): string | undefined {
  return explanations.get(code.toLowerCase())?.title;
}

/**
 * Explains in plain words why a record was not provisioned and what to do. An unknown code gets the service's own text.
 * `undefined` if there is nothing to explain.
 */
export function explainEntry(entry: LogEntry): Explanation | undefined {
  const { error } = entry;
  const code = codeOfEntry(entry);
  const explanation = code === undefined ? undefined : explainCode(code);
  if (explanation !== undefined) return explanation;
  if (error === undefined) return undefined;
  return {
    cause: error.reason || `The service gave the code ${error.code} without a reason.`,
    remedy:
      error.recommendedAction || 'Check the steps of the entry, and search Microsoft’s documentation for the code.',
  };
}

/** The code of an entry: of its failure, or of the reason why nothing was done. */
export function codeOfEntry({ error, steps }: LogEntry): string | undefined {
  return error?.code || skipReason(steps);
}

function skipReason(steps: readonly LogStep[]): string | undefined {
  return steps.map((step) => step.details.SkipReason).find((reason) => reason !== undefined);
}

const outcomeWords: Record<Outcome, string> = {
  created: 'Created',
  updated: 'Updated',
  enabled: 'Enabled',
  disabled: 'Disabled',
  deleted: 'Deleted',
  unchanged: 'Unchanged',
  skipped: 'Skipped',
  failed: 'Failed',
  held: 'Held as an accidental deletion',
  other: 'Processed',
};

/** The entry in one line: what happened and to whom, and for a failure its code and cause. It names a person. */
export function describeEntry(entry: LogEntry): string {
  const outcome = entryOutcome(entry);
  const cause = outcome === 'failed' || outcome === 'skipped' ? explainEntry(entry)?.cause : undefined;
  const code = cause === undefined ? '' : (entry.error?.code ?? '');
  const changed = outcome === 'updated' ? entry.modifiedProperties.map((property) => property.name).join(', ') : '';
  return [`${outcomeWords[outcome]}: ${describeIdentity(entry)}`, code, cause ?? changed].filter(Boolean).join(' - ');
}

function describeIdentity({ sourceIdentity, targetIdentity }: LogEntry): string {
  const name = sourceIdentity.displayName || targetIdentity.displayName;
  const id = sourceIdentity.id || 'no source id';
  return name === '' ? id : `${name} (${id})`;
}
