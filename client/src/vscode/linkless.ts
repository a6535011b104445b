/**
 * Words for a message. VS Code makes links of `[x](command:y)` in messages, of whatever command, and a message may hold
 * words that others wrote: a mark that nobody sees keeps the two halves apart.
 */
export function linkless(message: string): string {
  return message.replaceAll('](', ']\u2060(');
}
