import type { Analysis } from './analysis.ts';
import type { StatementService } from './service.ts';
import type { Steps } from './steps.ts';
import type { Edit } from './text/edit.ts';

/**
 * The work on an analysis that is behind. The text may be edited meanwhile: the work goes on for the text that it
 * began with, and the edits are followed after it, so that it ends however much is typed.
 */
export class Pursuit {
  readonly #service: StatementService;
  readonly #steps: Steps<Analysis>;
  readonly #onEnd: (analysis: Analysis) => void;
  #analysis: Analysis | undefined;
  readonly #edits: (readonly Edit[])[] = [];
  #ended = false;

  /** `onEnd` gets the analysis of the text as it stands then; a fact may have changed again, so that it is behind. */
  constructor(service: StatementService, analysis: Analysis, onEnd: (analysis: Analysis) => void) {
    this.#service = service;
    this.#steps = service.catchUp(analysis);
    this.#onEnd = onEnd;
  }

  /** The text was edited. */
  changed(edits: readonly Edit[]): void {
    this.#edits.push(edits);
  }

  /** Works for so many milliseconds, to within a step. */
  run(milliseconds: number): void {
    const until = performance.now() + milliseconds;
    do this.#step();
    while (!this.#ended && performance.now() < until);
  }

  #step(): void {
    if (this.#analysis === undefined) {
      const step = this.#steps.next();
      if (!step.done) return;
      this.#analysis = step.value;
    } else this.#analysis = this.#service.follow(this.#analysis, this.#edits.shift()!);
    if (this.#edits.length > 0) return;
    this.#ended = true;
    this.#onEnd(this.#analysis);
  }
}
