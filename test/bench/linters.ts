import { createRequire } from 'node:module';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

/** A linter of Chinese text as one who uses it calls it. */
export interface Linter {
  readonly name: string;
  /** Reports all that it finds in a text, with what it would put there. */
  lint(text: string): unknown;
  /** The text as it would mend it. */
  mend(text: string): string;
}

/** A linter that could not be had, and why. */
export interface MissingLinter {
  readonly name: string;
  readonly why: string;
}

/** Ours does what `jiaozhu lint` and `jiaozhu clean` do between reading the file and writing it. */
function jiaozhu(): Linter {
  const service = createStatementService();
  const lint = (text: string) => {
    const analysis = service.analyse(text);
    return [service.findings(analysis), service.cleaning(analysis)] as const;
  };
  return { name: 'jiaozhu', lint, mend: (text) => applyEdits(text, lint(text)[1].edits) };
}

// The packages are asked for by name at run time: no check of ours depends on whether they are installed.
const require = createRequire(import.meta.url);

interface Autocorrect {
  format(text: string): string;
  formatFor(text: string, path: string): string;
  lintFor(text: string, path: string): { readonly lines: unknown[]; readonly error: string };
}

/** Its README, “Use in Node.js”: `lintFor` to report, line by line with the line as it should be. */
function autocorrect(): Linter {
  const { lintFor, formatFor } = require('autocorrect-node') as Autocorrect;
  return {
    name: 'autocorrect-node',
    lint(text) {
      const { lines, error } = lintFor(text, 'statement.txt');
      if (error !== '') throw new Error(error);
      return lines;
    },
    mend: (text) => formatFor(text, 'statement.txt'),
  };
}

/** The quickest that it has, which reports nothing. */
function autocorrectFormat(): Linter {
  const { format } = require('autocorrect-node') as Autocorrect;
  return { name: 'autocorrect-node, mending only', lint: format, mend: format };
}

/** Its README, “As a Node.js package”: one call with the default preset reports and mends. */
function zhlint(): Linter {
  const { run } = require('zhlint') as {
    run(text: string, options: object): { readonly result: string; readonly validations: unknown[] };
  };
  const lint = (text: string) => run(text, { rules: { preset: 'default' } });
  return { name: 'zhlint', lint, mend: (text) => lint(text).result };
}

/** Ours and the two that users of such tools would name first. */
export function linters(): (Linter | MissingLinter)[] {
  const makers = {
    jiaozhu,
    'autocorrect-node': autocorrect,
    'autocorrect-node, mending only': autocorrectFormat,
    zhlint,
  };
  return Object.entries(makers).map(([name, make]) => {
    try {
      return make();
    } catch (error) {
      return { name, why: error instanceof Error ? error.message.split('\n')[0]! : String(error) };
    }
  });
}
