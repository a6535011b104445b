import { setTimeout as pause } from 'node:timers/promises';

/**
 * Reads again and again until what is read is wanted, and gives it. An editor answers when it can; a test waits
 * for what a person would wait for, and says at the end what there was instead.
 *
 * @param what what is waited for, as the failure shall name it
 */
export async function until<T>(
  what: string,
  read: () => Promise<T> | T,
  wanted: (value: T) => boolean,
  milliseconds = 30_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  let last: T | Error;
  do {
    try {
      last = await read();
      if (wanted(last)) return last;
    } catch (error) {
      last = error as Error;
    }
    await pause(80);
  } while (Date.now() < end);
  const shown = last instanceof Error ? String(last) : JSON.stringify(last, null, 1);
  throw new Error(`Waited ${milliseconds / 1000} s in vain for ${what}. There was: ${shown?.slice(0, 2000)}`);
}
