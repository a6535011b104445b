/** The types of obstacle.mjs, for the TypeScript files that use it. */
export class Obstacle extends Error {
  constructor(what: string, remedy: string, detail?: string);
  readonly remedy: string;
  readonly detail: string;
}
export function tellObstacles(main: () => Promise<number | undefined>): Promise<void>;
