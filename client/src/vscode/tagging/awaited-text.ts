import { describes } from '../../annotations/carrying.ts';
import { hash, type SidecarContent } from './layer.ts';

/** How long a text and its file of tags may come one after the other, in milliseconds. */
export const moment = 1500;

/**
 * Another program, as git, changes a text and its file of tags at once, but the editor tells of them one by one, in
 * any order. Tags of a file that comes first would be looked for in vain in the text that is still shown.
 */
export class AwaitedText {
  readonly #arrived: () => void;
  /** What the file of tags holds whose text is awaited. */
  #waiting: string | undefined;
  /** The same of one that was waited for in vain. */
  #inVain: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param arrived called when the text may be there, or is no longer waited for: the file of tags is to be read again */
  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** Whether a file describes another text than the editor shows, so that it is not yet to be put on this one. */
  waitsFor({ content, reading }: SidecarContent, text: string): boolean {
    if (!reading.ok || !reading.sidecar.text || content === this.#inVain) return false;
    if (describes(reading.sidecar, text, hash)) {
      if (this.#waiting === content) this.#end();
      return false;
    }
    if (this.#waiting === content) return true;
    this.#end();
    this.#waiting = content;
    this.#timer = setTimeout(() => {
      this.giveUp();
      this.#arrived();
    }, moment);
    return true;
  }

  /** The editor shows another text. */
  textChanged(): void {
    if (this.#waiting !== undefined) this.#arrived();
  }

  /** Does not wait any longer. */
  giveUp(): void {
    this.#inVain = this.#waiting ?? this.#inVain;
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
  }
}
