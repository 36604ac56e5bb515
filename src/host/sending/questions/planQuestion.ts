import type { Plan } from '../../../core/run/plan';
import { formatCount } from '../../../core/text/formatCount';
import type { PlainText } from '../../../core/text/plainText';
import { plainLines, plainText } from '../../../core/text/plainText';
import { factLines, guardLines, hashLine } from '../../../sending/summary/planLines';
import type { PlanSummary } from '../../../sending/summary/planSummary';
import { counted } from '../../../core/text/counted';
import { namedPeople, placeOf } from './planWords';

/** A plan with its people. */
export interface AskedPlan extends PlanSummary {
  readonly plan: Plan;
}

/** The dialog before a plan is sent. */
export interface PlanQuestion {
  readonly message: PlainText;
  readonly detail: PlainText;
  /** The button that sends; absent if a guard stops the plan. */
  readonly send?: PlainText;
}

/** Maximum number of characters of a line, and of all lines: a dialog that is higher than the screen has no visible buttons. */
const LINE = 400;
const ALL = 4_000;

/** The question names the target and the number; figures and the guards' findings are below it. */
export function planQuestion(asked: AskedPlan): PlanQuestion {
  const { facts, findings } = asked;
  const operations = counted(facts.survey.operations, 'operation');
  const where = placeOf(facts);
  const detail = detailOf(asked);
  if (findings.some(({ decision }) => decision === 'stop'))
    return { message: plainText(`These ${operations} cannot be sent to ${where}.`, LINE), detail };
  const { pilot } = facts.plan;
  const size = counted(facts.survey.operations, 'Operation');
  const send = pilot > 0 ? `Send the First ${formatCount(pilot)}` : `Send ${size}`;
  const what = facts.plan.selection.kind === 'search' ? `${operations} of a refused request in halves` : operations;
  return { message: plainText(`Send ${what} to ${where}?`, LINE), detail, send: plainText(send) };
}

/** The figures, the guards' findings with the people concerned, and the plan by its hash. */
function detailOf(asked: AskedPlan): PlainText {
  const lines = [...factLines(asked), ...findingsOf(asked), '', hashLine(asked.facts)];
  return plainLines(lines.map((line) => plainText(line, LINE)).join('\n'), ALL);
}

/** Each finding of the guards in a separate paragraph, with the people whom some of them concern. */
export function findingsOf({ plan, findings }: AskedPlan): readonly string[] {
  return [...guardLines(findings).flatMap((line) => ['', line]), ...namedPeople(plan, findings)];
}

/** Whether the typed text is the requested one, ignoring surrounding spaces and the thousands separators of a number. */
export function isTyped(wanted: string, typed: string): boolean {
  const text = typed.trim();
  return text === wanted || (/^\d+$/.test(wanted) && text.replace(/[,. '’\u00a0\u202f](?=\d{3})/g, '') === wanted);
}
