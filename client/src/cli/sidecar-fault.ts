import { describeProblem, type Problem } from '../annotations/problem.ts';
import { Failure } from './failure.ts';
import type { Messages } from './messages.ts';
import type { Source } from './source.ts';
import { type Terminal, visible } from './terminal.ts';

/** Something wrong with the sidecars of a source. */
export interface SidecarFault {
  readonly tell: (say: Messages) => string;
  /** What cannot be heeded for it: all marks of a file, or of a folder, or one that may be a mark; or nothing is lost. */
  readonly loses: 'file' | 'folder' | 'item' | 'nothing';
}

/** Hears of every fault as it is found. May throw, where the command should go no further. */
export type OnFault = (fault: SidecarFault) => void;

export function unreadable(path: string, reason: (say: Messages) => string): SidecarFault {
  return { tell: (say) => say.sidecarUnreadable(visible(path), reason(say)), loses: 'file' };
}

export function unlisted(folder: string, reason: string): SidecarFault {
  return { tell: (say) => say.sidecarsUnlisted(visible(folder), reason), loses: 'folder' };
}

/** What the parser found. */
export function misread(path: string, problem: Problem, loses: SidecarFault['loses']): SidecarFault {
  return {
    tell: (say) => {
      const told = visible(describeProblem(problem, say.language));
      return say.sidecarProblem(visible(path), problem.line, told);
    },
    loses,
  };
}

/** Tells every fault, and what is not heeded for it. */
export function warning(terminal: Terminal, say: Messages): OnFault {
  return ({ tell, loses }) => terminal.err(say.sidecarWarning(tell(say), loses));
}

/**
 * For who is about to write over a source: what may be tagged “as printed” there would be lost for good, so that
 * the first fault which hides a mark ends it.
 */
export function refusing(source: Source, terminal: Terminal, say: Messages): OnFault {
  const warn = warning(terminal, say);
  return (fault) => {
    if (fault.loses === 'nothing') warn(fault);
    else throw new Failure((say) => say.sidecarRefusal(fault.tell(say), fault.loses, source.name));
  };
}
