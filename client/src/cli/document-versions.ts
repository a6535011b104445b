import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { decodeFile } from './file-encoding.ts';

/** The largest version of a document that is asked for, in bytes. */
const largest = 32 * 2 ** 20;

/**
 * The versions of a document that Git has at hand while it merges, as texts without a BOM: on our side, on the
 * others', and what they both come from. None where there is no Git or no repository. Which of them is which, a
 * sidecar tells by the hash of its text.
 * @param env Git's environment: while it merges, it names there the commits that it merges (GITHEAD_…)
 */
export async function documentVersions(
  document: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  const others = Object.keys(env).flatMap((name) => /^GITHEAD_([0-9a-f]{40,64})$/.exec(name)?.[1] ?? []);
  const heads = ['HEAD', ...others, 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REBASE_HEAD', 'ORIG_HEAD'];
  const folder = dirname(document);
  const bases = others.flatMap((other) => {
    const base = git(folder, ['merge-base', 'HEAD', other]);
    return base ? [base.toString().trim()] : [];
  });
  const versions = new Set<string>();
  for (const commit of [...heads, ...bases]) {
    const bytes = git(folder, ['cat-file', 'blob', `${commit}:./${basename(document)}`]);
    const decoding = bytes && (await decodeFile(bytes));
    if (decoding?.ok) versions.add(decoding.text.replace(/^\ufeff/, ''));
  }
  return [...versions];
}

/** What Git makes of two versions of a text and the one before them; undefined where it leaves conflicts. */
export function mergedText(base: string, ours: string, theirs: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'jiaozhu-'));
  try {
    const files = [ours, base, theirs].map((text, index) => {
      const file = join(folder, String(index));
      writeFileSync(file, text);
      return file;
    });
    return git(folder, ['merge-file', '-p', '-q', ...files])?.toString('utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function git(folder: string, args: readonly string[]): Buffer | undefined {
  const { status, stdout } = spawnSync('git', args, {
    cwd: folder,
    maxBuffer: largest,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}
