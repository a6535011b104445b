/** One change of tags: for each thing that it changed, what was there before and after. */
export interface TagStep<Thing, State> {
  readonly changes: readonly { readonly thing: Thing; readonly before: State; readonly after: State }[];
}

/**
 * What can be taken back of the tagging. It is a stack of its own, apart from the editor's undo of the text:
 * states name tracked spans, not places, so taking back works at the place where the text is now.
 */
export class TagHistory<Thing, State> {
  private done: TagStep<Thing, State>[] = [];
  private undone: TagStep<Thing, State>[] = [];

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  push(step: TagStep<Thing, State>): void {
    this.undone = [];
    this.done.push(step);
    if (this.done.length > longest) this.done.shift();
  }

  /** The step to take back, which counts as undone from now on; undefined where there is none. */
  undo(): TagStep<Thing, State> | undefined {
    const step = this.done.pop();
    if (step) this.undone.push(step);
    return step;
  }

  redo(): TagStep<Thing, State> | undefined {
    const step = this.undone.pop();
    if (step) this.done.push(step);
    return step;
  }

  clear(): void {
    this.done = [];
    this.undone = [];
  }
}

const longest = 1000;
