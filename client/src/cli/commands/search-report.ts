import type { FoundDocuments } from '../document-search.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';

/** Tells what the search for documents could not do; whether there was such a thing. */
export function tellSearch(found: FoundDocuments, terminal: Terminal, say: Messages): boolean {
  for (const failure of found.failures) terminal.err(`jiaozhu: ${visible(failure.tell(say))}`);
  if (found.passedOver > 0) terminal.err(say.passedOver(found.passedOver));
  if (found.exports > 0) terminal.err(say.exportsPassedOver(found.exports));
  return found.failures.length > 0;
}
