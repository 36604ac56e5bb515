import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';

/** The place where a reason that prevents sending can be resolved. */
export type ReasonLink =
  | { readonly kind: 'state'; readonly state: 'refused' | 'excluded' }
  | { readonly kind: 'problem'; readonly code: string }
  | { readonly kind: 'outcome'; readonly outcome: ShownOutcome }
  /** A physical line of the extract. */
  | { readonly kind: 'line'; readonly line: number }
  /** A run, by its id. */
  | { readonly kind: 'run'; readonly run: string }
  /** A place that the panel opens: see {@link PANEL_LINKS}. */
  | { readonly kind: PanelLink };

/**
 * The places that the panel can open: the mapping, its `source` block, the decisions about statuses, the limits of
 * guards, the connections, the runs, the workspace trust.
 */
export const PANEL_LINKS = ['mapping', 'source', 'statuses', 'limits', 'connection', 'runs', 'trust'] as const;

export type PanelLink = (typeof PANEL_LINKS)[number];

/** A reason why sending would ask for confirmation, or would stop. */
export interface SendingReason {
  readonly decision: 'ask' | 'type' | 'stop';
  /** One or two sentences: the finding and what to do. Names no person. */
  readonly text: string;
  /** The text that the user must type to confirm. */
  readonly typed?: string;
  /** The best link first. */
  readonly links: readonly ReasonLink[];
}

/** The result of checking whether sending is possible now. */
export type Readiness =
  /** The check is in progress, and nothing is known yet. */
  | { readonly kind: 'checking' }
  /** The check failed. */
  | { readonly kind: 'unchecked'; readonly text: string }
  /**
   * `isWhole`: includes all checks that need the connection; otherwise some checks follow only when the user sends. The
   * most severe reasons come first.
   */
  | {
      readonly kind: 'checked';
      readonly reasons: readonly SendingReason[];
      readonly isWhole: boolean;
      /** The maximum number of people that are predicted, if there are more. */
      readonly mostPredicted?: number;
    };

/** Whether a reason prevents sending. */
export function isBlocked(readiness: Readiness | undefined): boolean {
  return readiness?.kind === 'checked' && readiness.reasons.some(({ decision }) => decision === 'stop');
}
