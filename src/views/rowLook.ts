import type { Markdown } from '../language/shared/markdown';
import type { TenantConnectionFile } from '../connections/tenantFile';
import type { LogEntry, LogStep, ModifiedProperty } from '../core/logs/logEntry';
import { entryOutcome } from '../core/logs/outcome';
import type { StateTone } from '../core/run/stateLook';
import type { PlainText } from '../core/text/plainText';
import { plainLines, plainText } from '../core/text/plainText';
import { STATE_LABELS } from '../core/run/recordState';

/** The appearance of a tree row. `icon` is the name of a product icon, `tone` its colour. */
export interface RowLook {
  readonly label: PlainText;
  readonly description: PlainText;
  readonly tooltip: PlainText;
  /** Replaces the tooltip. */
  readonly hover?: Markdown;
  readonly icon: string;
  readonly tone: StateTone;
  readonly unfolds: 'not' | 'closed' | 'open';
  /** A colour that the user has chosen for the icon; it overrides the tone. */
  readonly colour?: NonNullable<TenantConnectionFile['color']>;
  /** What a screen reader reads instead of label and description. */
  readonly spoken?: PlainText;
}

/** What a note is about: the cause, the remedy, or the service's own text. */
export type NoteTone = 'why' | 'remedy' | 'service' | 'also';

/** A row that explains the row above it. */
export interface NoteElement {
  readonly kind: 'note';
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly tone: NoteTone;
}

/** Maximum length of a text in a row, which is a single line. */
const MAX_LENGTH = 2_000;

/** The only place where the texts of a row are made safe for display. */
export function look(
  label: string,
  description: string,
  icon: string,
  tone: RowLook['tone'],
  unfolds: RowLook['unfolds'],
): RowLook {
  const tooltip = description === '' ? label : `${label}: ${description}`;
  return {
    label: plainText(label, MAX_LENGTH),
    description: plainText(description, MAX_LENGTH),
    tooltip: plainLines(tooltip),
    icon,
    tone,
    unfolds,
  };
}

export const NOTE_ICONS: Readonly<Record<NoteTone, string>> = {
  why: 'question',
  remedy: 'lightbulb',
  service: 'comment',
  also: 'info',
};

export function lookOfNote(label: string, text: string, tone: NoteTone): RowLook {
  return { ...look(`${label}: ${text}`, '', NOTE_ICONS[tone], 'quiet', 'not'), tooltip: plainLines(text) };
}

export function lookOfProperty({ name, oldValue, newValue }: ModifiedProperty): RowLook {
  return look(name, `${oldValue ?? '(nothing)'} → ${newValue ?? '(nothing)'}`, 'symbol-field', 'quiet', 'not');
}

const STEP_TITLES: Readonly<Record<string, string>> = {
  import: 'Import from API',
  matching: 'Match user',
  scoping: 'Determine if user is in scope',
  export: 'Provision user',
  processing: 'Process',
  referenceResolution: 'Resolve references',
};

export function lookOfStep(step: LogStep): RowLook {
  const icon =
    step.status === 'failure'
      ? 'error'
      : step.status === 'skipped'
        ? 'debug-step-over'
        : step.status === 'warning'
          ? 'warning'
          : 'pass';
  const tone = step.status === 'failure' ? 'bad' : step.status === 'success' ? 'good' : 'doubt';
  return {
    ...look(STEP_TITLES[step.type] ?? step.name, step.description, icon, tone, 'not'),
    tooltip: plainLines(`${step.name}\n${step.description}`),
  };
}

/** A title such as `Created` or `Failed`. */
export function outcomeTitle(entry: LogEntry): string {
  const word = STATE_LABELS[entryOutcome(entry)];
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
