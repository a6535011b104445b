import { ruleIds } from '../../../server/src/rules.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { Failure } from './failure.ts';
import { languageOf } from './locale.ts';
import { type Messages, messagesIn } from './messages.ts';
import { type Terminal, visible } from './terminal.ts';
import { traceOf } from './trace.ts';

/**
 * 0: nothing to report; 1: findings at warning or above (`lint`), files that would change (`clean --check`), tags that
 * both sides changed differently (`merge`, `import`), words that were not found or lines that were not read (`import`),
 * what would be lost or changed (`export`, `convert` and `import` with `--check`);
 * 2: something could not be done, and standard error says what and why.
 */
export type ExitCode = 0 | 1 | 2;

/** Runs the command with the arguments that follow its name. Never throws. */
export async function jiaozhu(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const say = messagesIn(languageOf(args, terminal.env));
  try {
    return await perform(readCommandLine(args, ruleIds), terminal, say);
  } catch (error) {
    const told = error instanceof Failure ? error.tell(say) : say.internalError(traceOf(error));
    terminal.err(`jiaozhu: ${visible(told)}`);
    return 2;
  }
}

/** Each command is loaded when it is asked for: the others' parts cost it no time. */
async function perform(asked: CommandLine, terminal: Terminal, say: Messages): Promise<ExitCode> {
  switch (asked.do) {
    case 'version': {
      const { default: manifest } = await import('../../../package.json', { with: { type: 'json' } });
      terminal.out(`${manifest.version}\n`);
      return 0;
    }
    case 'help': {
      const { helpOn } = await import('./help.ts');
      terminal.out(helpOn(asked.command, say.language));
      return 0;
    }
    case 'clean':
      return (await import('./commands/clean.ts')).clean(asked, terminal, say);
    case 'lint':
      return (await import('./commands/lint.ts')).lint(asked, terminal, say);
    case 'outline':
      return (await import('./commands/outline.ts')).outline(asked, terminal, say);
    case 'export':
      return (await import('./commands/export.ts')).exportDocuments(asked, terminal, say);
    case 'import':
      if (asked.labels)
        return (await import('./commands/import-labels.ts')).importLabels(asked, terminal, say);
      return (await import('./commands/import.ts')).importDocuments(asked, terminal, say);
    case 'convert':
      return (await import('./commands/convert.ts')).convertFiles(asked, terminal, say);
    case 'agreement':
      return (await import('./commands/agreement.ts')).agreement(asked, terminal, say);
    case 'merge':
      return (await import('./commands/merge.ts')).merge(asked, terminal, say);
    case 'references':
      return (await import('./commands/references.ts')).references(asked, terminal, say);
  }
}
