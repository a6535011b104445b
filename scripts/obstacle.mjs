/**
 * Something outside this project that is missing or in the way. It is told to the person as one sentence with
 * its remedy, never as a stack trace.
 */
export class Obstacle extends Error {
  /**
   * @param {string} what what is missing or went wrong, in one sentence
   * @param {string} remedy what the person can do about it
   * @param {string} [detail] what the failing tool said, for the curious
   */
  constructor(what, remedy, detail = '') {
    super(what);
    this.name = 'Obstacle';
    this.remedy = remedy;
    this.detail = detail;
  }
}

/**
 * Runs a command's main function; an obstacle is told and ends the process with exit code 1. Any other error
 * is a fault of ours and keeps its stack trace.
 *
 * @param {() => Promise<number | undefined>} main gives the exit code, or nothing for 0
 */
export async function tellObstacles(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'Obstacle')) throw error;
    const obstacle = /** @type {Obstacle} */ (error);
    if (obstacle.detail) console.error(`\n${obstacle.detail.trim()}`);
    console.error(`\n✗ ${obstacle.message}\n  ${obstacle.remedy}`);
    process.exitCode = 1;
  }
}
