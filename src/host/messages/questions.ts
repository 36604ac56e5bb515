import type { InputBoxOptions } from 'vscode';
import { CancellationError, Disposable, window } from 'vscode';
import { plainText } from '../../core/text/plainText';
import { throttleTrailing } from '../throttleTrailing';

/** One of several answers. Its texts may contain any file name. */
export interface Choice {
  readonly label: string;
  /** The name of a product icon. */
  readonly icon?: string;
  readonly description?: string;
  readonly detail?: string;
  readonly alwaysShow?: boolean;
}

/** Milliseconds between two searches while the user types. */
const TYPING = 200;

interface Question {
  readonly title: string;
  /** The text for an empty result. */
  readonly none?: string;
  readonly placeHolder?: string;
  readonly matchOnDetail?: boolean;
}

/**
 * The only place that shows lists of answers: their texts never become an icon or a link.
 * @throws {CancellationError} when the user cancels
 */
export async function choose<Chosen extends Choice>(choices: readonly Chosen[], question: Question): Promise<Chosen> {
  const items = choices.map((choice) => ({ ...shown(choice), choice }));
  const chosen = await window.showQuickPick(items, { ...question, title: plainText(question.title) });
  if (chosen === undefined) throw new CancellationError();
  return chosen.choice;
}

/**
 * Shows the results for a text while it is typed; results are listed as they come, and not filtered again.
 * @param find called with every text, the first time with an empty one; gives the lists one after the other
 * @throws {CancellationError} when the user cancels
 */
export async function chooseFound<Chosen extends Choice>(
  question: Question,
  find: (text: string) => AsyncIterable<readonly Chosen[]>,
): Promise<Chosen> {
  const pick = window.createQuickPick<ReturnType<typeof shown> & { readonly choice?: Chosen }>();
  pick.title = plainText(question.title);
  pick.placeholder = plainText(question.placeHolder ?? '');
  pick.matchOnDescription = true;
  let round = 0;
  let listed: string | undefined;
  let isAccepted = false;
  const list = async (text: string, take: (chosen: Chosen) => void) => {
    const own = ++round;
    pick.busy = true;
    let isAnyFound = false;
    for await (const found of find(text)) {
      if (own !== round) return;
      pick.items = found.map((choice) => ({ ...shown({ ...choice, alwaysShow: true }), choice }));
      listed = text;
      isAnyFound = found.length > 0;
      const [first] = found;
      if (isAccepted && first !== undefined) take(first);
    }
    if (own !== round) return;
    pick.busy = false;
    if (isAnyFound) return;
    // A later text is another question
    isAccepted = false;
    // Those of the text before are not those of this one
    const { none } = question;
    pick.items = none === undefined ? [] : [shown({ label: none, icon: 'info', alwaysShow: true })];
  };
  try {
    return await new Promise<Chosen>((resolve, reject) => {
      const look = (text: string) => void list(text, resolve).catch(reject);
      Disposable.from(
        pick.onDidChangeValue(look),
        pick.onDidAccept(() => {
          // A user who types fast means the results for the whole text
          const isLate = pick.value !== listed || (pick.busy && pick.items.length === 0);
          // The editor sets the active entry a moment after it gets the list
          const chosen = pick.items.find((item) => item === pick.activeItems[0]) ?? pick.items[0];
          if (isLate) isAccepted = true;
          else if (chosen?.choice !== undefined) resolve(chosen.choice);
        }),
        pick.onDidHide(() => reject(new CancellationError())),
      );
      pick.show();
      look('');
    });
  } finally {
    round++;
    pick.dispose();
  }
}

function shown({ label, icon, description, detail, alwaysShow }: Choice) {
  const text = plainText(label);
  return {
    label: icon === undefined ? text : `$(${icon}) ${text}`,
    ...(description === undefined ? {} : { description: plainText(description) }),
    ...(detail === undefined ? {} : { detail: plainText(detail) }),
    ...(alwaysShow === undefined ? {} : { alwaysShow }),
  };
}

/**
 * Asks for a text, and passes on what is typed a moment after each key.
 * @throws {CancellationError} when the user cancels
 */
export async function askLive(
  { title, placeHolder, value }: Question & { readonly value: string },
  onType: (text: string) => void,
): Promise<string> {
  const box = window.createInputBox();
  box.title = plainText(title);
  box.placeholder = plainText(placeHolder ?? '');
  box.value = value;
  const soon = throttleTrailing(TYPING, () => {
    onType(box.value);
  });
  try {
    return await new Promise<string>((resolve, reject) => {
      Disposable.from(
        box.onDidChangeValue(soon.call),
        box.onDidAccept(() => {
          resolve(box.value);
        }),
        box.onDidHide(() => reject(new CancellationError())),
      );
      box.show();
    });
  } finally {
    soon.dispose();
    box.dispose();
  }
}

/**
 * Asks for a text.
 * @throws {CancellationError} when the user cancels
 */
export async function askForText(
  options: Pick<InputBoxOptions, 'value'> & {
    readonly title: string;
    readonly prompt: string;
    readonly validate: (text: string) => string | undefined;
    /** Shown as dots, and kept open while another window has the focus. */
    readonly isSecret?: boolean;
    /** Kept open while something else has the focus. */
    readonly isKept?: boolean;
  },
): Promise<string> {
  const { title, prompt, validate, isSecret = false, isKept = isSecret, ...rest } = options;
  const text = await window.showInputBox({
    ...rest,
    title: plainText(title),
    prompt: plainText(prompt, 600),
    password: isSecret,
    ignoreFocusOut: isKept,
    validateInput: (value) => {
      const wrong = validate(value);
      return wrong === undefined ? undefined : plainText(wrong);
    },
  });
  if (text === undefined) throw new CancellationError();
  return text;
}
