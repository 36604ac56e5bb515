import type { Disposable, QuickInputButton, QuickPickItem } from 'vscode';
import { CancellationError, QuickInputButtons, ThemeIcon, window } from 'vscode';
import { plainText } from '../../core/text/plainText';

/** A step of several that ask one thing together. All texts may hold names from a tenant. */
export interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly prompt: string;
  /** What was answered before, or is suggested. */
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

/** An answer; or a wish: to go back, or to pick a file. With it comes what was typed so far. */
export type StepAnswer =
  { readonly answer: string } | { readonly wish: 'back' | 'browse'; readonly typed: string | undefined };

const browse: QuickInputButton = { iconPath: new ThemeIcon('folder-opened'), tooltip: 'Browse…' };

/**
 * Asks for a text and says what is wrong with it while it is typed. A secret is shown as dots.
 * @throws {CancellationError} when the user gives none
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
  // Nothing typed yet is not wrong yet
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
 * @throws {CancellationError} when the user chooses none
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

/** Shows that a step is being prepared, until that is done or the user has enough of it. */
export async function whilePreparing<T>(
  step: Step,
  prepare: (signal: AbortSignal) => Promise<T>,
): Promise<T | StepAnswer> {
  const pick = window.createQuickPick();
  Object.assign(pick, { ...headOf(step), placeholder: plainText(step.prompt), busy: true });
  pick.buttons = buttonsOf(step);
  const stop = new AbortController();
  const work = prepare(stop.signal);
  // Its end is of no interest once the user has turned away
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
    // Everything that listens goes with the input itself
    listen((answer) => resolve({ answer }));
    input.onDidTriggerButton((button) => resolve({ wish: button === browse ? 'browse' : 'back', typed: typed() }));
    input.onDidHide(() => reject(new CancellationError()));
    input.show();
  }).finally(() => input.dispose());
}
