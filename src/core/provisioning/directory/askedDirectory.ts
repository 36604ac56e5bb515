import type { Directory, DirectoryUser } from './directory';
import { foldText } from './targetValue';

/** A value that a directory was asked for. */
export interface Question {
  /** A target attribute, or `id`. */
  readonly attribute: string;
  readonly value: string;
}

/**
 * A directory that notes what it is asked for: of a part of a tenant's accounts it tells which others could change the answer.
 * What is tried out on it is noted, too.
 */
export class AskedDirectory implements Directory {
  readonly #inner: Directory;
  readonly #questions: Map<string, Question>;

  constructor(inner: Directory, questions = new Map<string, Question>()) {
    this.#inner = inner;
    this.#questions = questions;
  }

  /** Each value once, ignoring case. */
  get questions(): Iterable<Question> {
    return this.#questions.values();
  }

  get size(): number {
    return this.#inner.size;
  }

  /** Not noted: who asks for everybody gets those who are known. */
  users(): Iterable<DirectoryUser> {
    return this.#inner.users();
  }

  user(id: string): DirectoryUser | undefined {
    const found = this.#inner.user(id);
    if (found === undefined) this.#note('id', id);
    return found;
  }

  withValue(attribute: string, text: string): readonly DirectoryUser[] {
    this.#note(attribute, text);
    return this.#inner.withValue(attribute, text);
  }

  withUserPrincipalName(userPrincipalName: string): DirectoryUser | undefined {
    return this.withValue('userPrincipalName', userPrincipalName)[0];
  }

  put(user: DirectoryUser): void {
    this.#inner.put(user);
  }

  remove(id: string): void {
    this.#inner.remove(id);
  }

  overlay(): Directory {
    return new AskedDirectory(this.#inner.overlay(), this.#questions);
  }

  #note(attribute: string, value: string): void {
    this.#questions.set(questionKey({ attribute, value }), { attribute, value });
  }
}

/** Equal for questions that have the same answer. */
export function questionKey({ attribute, value }: Question): string {
  return `${attribute}\n${foldText(value)}`;
}
