import { formatCount } from '../core/text/formatCount';
import type { PlainText } from '../core/text/plainText';
import { plainLines, plainText } from '../core/text/plainText';
import type { RunStatus } from '../core/journal/runStatus';
import { paceWords, pauseWords } from './runWords';

/** A run that is in progress in this window. */
export interface GoingRun {
  readonly extractName: string;
  readonly target: string;
  readonly status: RunStatus;
}

/** The appearance of a status bar item. */
interface StatusLook {
  readonly icon: string;
  readonly text: PlainText;
  readonly tooltip: PlainText;
  readonly spoken: PlainText;
}

/** The status bar item for the runs of a window; `undefined` if none is being sent or paused. */
export function lookOfRunStatus(runs: readonly GoingRun[], timeOf: (at: number) => string): StatusLook | undefined {
  const shown = runs.filter(({ status: { phase } }) => phase === 'sending' || phase === 'pilot' || phase === 'paused');
  // A run that is being sent has priority over a paused one
  const first = shown.find(({ status }) => status.phase === 'sending') ?? shown[0];
  if (first === undefined) return undefined;
  const words = [wordsOf(first.status, timeOf), ...(shown.length === 1 ? [] : [`and ${shown.length - 1} more`])];
  const lines = [
    ...shown.map(({ extractName, target, status }) => `${extractName} → ${target}: ${wordsOf(status, timeOf)}`),
    'Click to pause, resume or cancel.',
  ];
  const text = words.join(' · ');
  return {
    icon: first.status.phase === 'paused' ? 'debug-pause' : 'sync~spin',
    text: plainText(text),
    tooltip: plainLines(lines.join('\n')),
    spoken: plainText(`${first.extractName}: ${text}`),
  };
}

function wordsOf(status: RunStatus, timeOf: (at: number) => string): string {
  switch (status.phase) {
    case 'sending':
      return [`Sending ${formatCount(status.accepted)} of ${formatCount(status.requests)}`, ...paceWords(status)].join(
        ' · ',
      );
    case 'pilot':
      return 'Pilot sent';
    default: {
      const words = pauseWords(status, timeOf);
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
    }
  }
}
