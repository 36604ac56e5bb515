/** Something that the user has to know and can do something about: shown as one sentence, with one action at the most. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly action: { readonly title: string; readonly run: () => Thenable<unknown> } | undefined;

  constructor(message: string, action?: UserError['action']) {
    super(message);
    this.action = action;
  }
}
