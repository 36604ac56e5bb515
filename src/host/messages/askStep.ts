import type { Disposable, QuickInputButton, QuickPickItem } from 'vscode';
import { CancellationError, QuickInputButtons, ThemeIcon, window } from 'vscode';
import { plainText } from '../../core/text/plainText';

/** A step of several that together describe one thing. All texts may contain names from a tenant. */
export interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly prompt: string;
  /** The earlier answer, or a suggestion. */
  readonly value: string | undefined;
}

export interface TextStep extends Step {
  readonly placeholder: string;
  readonly isSecret: boolean;
  readonly isFile: boolean;
  readonly check: (text: string) => string | undefined;
}

export interface StepOption {
  readonly value: string;
  readonly label: string;
  readonly icon?: QuickPickItem['iconPath'];
  readonly description?: string;
  readonly detail?: string;
}

export interface ChoiceStep extends Step {
  readonly options: readonly StepOption[];
}

/** An answer, or a request to go back or to pick a file, with the text typed so far. */
export type StepAnswer =
  { readonly answer: string } | { readonly wish: 'back' | 'browse'; readonly typed: string | undefined };

const browse: QuickInputButton = { iconPath: new ThemeIcon('folder-opened'), tooltip: 'Browse…' };

/**
 * Asks for a text and reports its errors while it is typed. A secret is shown as dots.
 * @throws {CancellationError} when the user cancels
 */
export function askStepText(step: TextStep): Promise<StepAnswer> {
  const box = window.createInputBox();
  const say = (wrong: string | undefined) => {
    box.validationMessage = wrong === undefined ? '' : plainText(wrong, 400);
  };
  Object.assign(box, {
    ...headOf(step),
    prompt: plainText(step.prompt),
    placeholder: plainText(step.placeholder),
    value: step.value ?? '',
    password: step.isSecret,
  });
  box.buttons = [...buttonsOf(step), ...(step.isFile ? [browse] : [])];
  // An empty text is not an error yet
  if (box.value !== '') say(step.check(box.value));
  return answerOf(
    box,
    () => box.value,
    (answer) => [
      box.onDidChangeValue((text) => say(text === '' ? undefined : step.check(text))),
      box.onDidAccept(() => {
        const wrong = step.check(box.value);
        say(wrong);
        if (wrong === undefined) answer(box.value);
      }),
    ],
  );
}

/**
 * Asks for one of several answers.
 * @throws {CancellationError} when the user cancels
 */
export function askStepChoice(step: ChoiceStep): Promise<StepAnswer> {
  const pick = window.createQuickPick<QuickPickItem & { readonly value: string }>();
  const items = step.options.map(({ value, label, icon, description, detail }) => ({
    value,
    label: plainText(label),
    ...(icon !== undefined && { iconPath: icon }),
    ...(description !== undefined && { description: plainText(description) }),
    ...(detail !== undefined && { detail: plainText(detail, 400) }),
  }));
  Object.assign(pick, { ...headOf(step), placeholder: plainText(step.prompt), items });
  pick.matchOnDetail = true;
  pick.buttons = buttonsOf(step);
  pick.activeItems = items.filter(({ value }) => value === step.value);
  return answerOf(
    pick,
    () => undefined,
    (answer) => [
      pick.onDidAccept(() => {
        const [chosen] = pick.activeItems;
        if (chosen !== undefined) answer(chosen.value);
      }),
    ],
  );
}

/** Shows that a step is being prepared, until that is done or the user cancels. */
export async function whilePreparing<T>(
  step: Step,
  prepare: (signal: AbortSignal) => Promise<T>,
): Promise<T | StepAnswer> {
  const pick = window.createQuickPick();
  Object.assign(pick, { ...headOf(step), placeholder: plainText(step.prompt), busy: true });
  pick.buttons = buttonsOf(step);
  const stop = new AbortController();
  const work = prepare(stop.signal);
  // After a cancellation its result does not matter
  work.catch(() => undefined);
  try {
    return await Promise.race([
      work,
      answerOf(
        pick,
        () => undefined,
        () => [],
      ),
    ]);
  } finally {
    stop.abort();
    pick.dispose();
  }
}

function headOf({ title, step, totalSteps }: Step) {
  return { title: plainText(title), step, totalSteps, ignoreFocusOut: true };
}

function buttonsOf({ step }: Step): readonly QuickInputButton[] {
  return step > 1 ? [QuickInputButtons.Back] : [];
}

type Input = Pick<ReturnType<typeof window.createInputBox>, 'onDidTriggerButton' | 'onDidHide' | 'show' | 'dispose'>;

function answerOf(
  input: Input,
  typed: () => string | undefined,
  listen: (answer: (value: string) => void) => readonly Disposable[],
): Promise<StepAnswer> {
  return new Promise<StepAnswer>((resolve, reject) => {
    // All listeners are disposed of with the input itself
    listen((answer) => resolve({ answer }));
    input.onDidTriggerButton((button) => resolve({ wish: button === browse ? 'browse' : 'back', typed: typed() }));
    input.onDidHide(() => reject(new CancellationError()));
    input.show();
  }).finally(() => input.dispose());
}
